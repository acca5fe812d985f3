import type { BulkVerb } from "@/lib/domain/bulk";
import type { Denial } from "@/lib/domain/can";
import type { EntryState } from "@/lib/domain/entry";
import { HOLD_MINUTES } from "@/lib/domain/hold";
import { db } from "@/lib/server/db";
import type { Transaction } from "@/lib/server/transaction";
import type { Locale } from "@/lib/shared/i18n/locales";
import { approveIn } from "./approve-entry";
import { decideIn } from "./decide";
import type { EntryResult } from "./refusal";

/** Refusals that are about who decides, not about the entry: nothing more can be decided. */
const DENIALS: readonly string[] = ["signed_out", "suspended", "role", "second_factor"] satisfies Denial[];

export type BulkStep = "next" | "none_left" | "stopped" | { refused: Denial };
type Next = { actorId: string; bulkId: string };
type Bulk = { verb: BulkVerb; reason: string | null; reasonLanguage: Locale | null; withHeld: boolean };
type Item = {
  position: number;
  entryId: string;
  entryVersion: number;
  evidenceSeen: string | null;
  foresees: EntryState;
};

/**
 * Decides about the next entry and writes down how that ended, both or neither: an entry is never decided without the
 * list saying so. Two that run the same decision take different entries.
 */
export async function decideNext(
  tx: Transaction,
  { actorId, bulkId }: Next,
  noteTried: (position: number) => void,
): Promise<BulkStep> {
  const bulk = await shareRunning(tx, bulkId, actorId);
  if (bulk === null) return "stopped";
  const item = await lockNextItem(tx, bulkId);
  if (item === null) return "none_left";
  noteTried(item.position);
  const isHeld = !bulk.withHeld && (await isHeldByOther(tx, item.entryId, actorId));
  const result = isHeld ? ("held_by_other" as const) : await decideOne(tx, actorId, bulk, item);
  const because = typeof result === "string" ? result : "refused" in result ? result.refused : null;
  if (because !== null && DENIALS.includes(because)) return { refused: because as Denial };
  await tx.bulkItem.update({
    where: { bulkId_position: { bulkId, position: item.position } },
    data: { outcome: because === null ? "decided" : "untouched", because },
  });
  return "next";
}

/** After a surprise: that the entry is as it was. Had the decision been kept, so would have been its outcome. */
export async function markFailed(bulkId: string, position: number): Promise<void> {
  await db().bulkItem.updateMany({
    where: { bulkId, position, outcome: null },
    data: { outcome: "untouched", because: "failed" },
  });
}

function decideOne(tx: Transaction, actorId: string, bulk: Bulk, item: Item): Promise<EntryResult> {
  const { verb, reason, reasonLanguage } = bulk;
  const { entryId, entryVersion: seenVersion, foresees: foreseen } = item;
  const input = {
    ...{ entryId, seenVersion, seenEvidence: item.evidenceSeen ?? undefined, reason, foreseen },
    ...(reasonLanguage === null ? {} : { reasonLanguage }),
  };
  return verb === "approve" ? approveIn(tx, actorId, input) : decideIn(tx, actorId, verb, input);
}

/** Held while the entry is decided, so that a stop waits for it and then holds. */
async function shareRunning(tx: Transaction, bulkId: string, moderatorId: string): Promise<Bulk | null> {
  const [bulk] = await tx.$queryRaw<Bulk[]>`
    SELECT verb::text, reason, reason_language AS "reasonLanguage", with_held AS "withHeld" FROM bulk_decisions
    WHERE id = ${bulkId}::uuid AND moderator_id = ${moderatorId}::uuid AND state = 'running' FOR SHARE`;
  return bulk ?? null;
}

async function lockNextItem(tx: Transaction, bulkId: string): Promise<Item | null> {
  const [item] = await tx.$queryRaw<Item[]>`
    SELECT position, entry_id::text AS "entryId", entry_version AS "entryVersion", evidence_seen AS "evidenceSeen",
      foresees::text FROM bulk_items
    WHERE bulk_id = ${bulkId}::uuid AND outcome IS NULL ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return item ?? null;
}

async function isHeldByOther(tx: Transaction, entryId: string, moderatorId: string): Promise<boolean> {
  const since = new Date(Date.now() - HOLD_MINUTES * 60_000);
  return (
    (await tx.entryHold.count({ where: { entryId, moderatorId: { not: moderatorId }, heldAt: { gt: since } } })) > 0
  );
}
