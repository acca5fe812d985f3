import { can } from "@/lib/domain/can";
import { HOLD_MINUTES } from "@/lib/domain/hold";
import { appendAudit } from "@/lib/server/audit";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import { isWaiting } from "../view/queue";
import { lockEntry } from "./locked-entry";
import type { EntryRefusal } from "./refusal";

export type HoldResult = { ok: true } | EntryRefusal | { refused: "held_by_other"; by: string };

/**
 * Says that the moderator is at the entry, or is still. Of two at once one is; the other reads who. What has run out is
 * anybody's. It hinders nobody from deciding.
 */
export function holdEntry(actorId: string, entryId: string): Promise<HoldResult> {
  return inTransaction(async (tx) => {
    const actor = await lockActor(tx, actorId);
    const entry = await lockEntry(tx, entryId);
    const verdict = can(actor, "hold_entry", { authorId: entry?.authorId ?? null });
    if (!verdict.allowed) return { refused: verdict.because };
    if (entry === null) return { refused: "gone" };
    if (!isWaiting(entry)) return { refused: "not_allowed_from_state" };
    const taken = await tx.$executeRaw`
      INSERT INTO entry_holds (entry_id, moderator_id, held_at) VALUES (${entryId}::uuid, ${actorId}::uuid, now())
      ON CONFLICT (entry_id) DO UPDATE SET moderator_id = excluded.moderator_id, held_at = excluded.held_at
      WHERE entry_holds.moderator_id = excluded.moderator_id
         OR entry_holds.held_at <= now() - make_interval(mins => ${HOLD_MINUTES}::int)`;
    if (taken === 0) return heldByOther(tx, entryId);
    await audit(tx, { actorId, entryId, verb: "entry.hold" });
    return { ok: true };
  });
}

/** Lets go of an entry. What is not held by the moderator any more is let go already. */
export function releaseEntry(actorId: string, entryId: string): Promise<HoldResult> {
  return inTransaction(async (tx) => {
    const actor = await lockActor(tx, actorId);
    const verdict = can(actor, "hold_entry", { authorId: null });
    if (!verdict.allowed) return { refused: verdict.because };
    const { count } = await tx.entryHold.deleteMany({ where: { entryId, moderatorId: actorId } });
    if (count > 0) await audit(tx, { actorId, entryId, verb: "entry.release" });
    return { ok: true };
  });
}

/** The insert that took nothing has locked what stood in its way: it is not let go before this is over. */
async function heldByOther(tx: Transaction, entryId: string): Promise<HoldResult> {
  const { moderator } = await tx.entryHold.findUniqueOrThrow({
    where: { entryId },
    select: { moderator: { select: { handle: true } } },
  });
  return { refused: "held_by_other", by: moderator.handle };
}

type Line = { actorId: string; entryId: string; verb: "entry.hold" | "entry.release" };

async function audit(tx: Transaction, { actorId, entryId, verb }: Line): Promise<void> {
  const held = { entryId, moderatorId: actorId };
  const isHeld = verb === "entry.hold";
  await appendAudit(tx, {
    ...{ actorId, verb, objectType: "entry", objectId: entryId },
    ...{ before: isHeld ? null : held, after: isHeld ? held : null },
  });
}
