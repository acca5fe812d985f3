import { can } from "@/lib/domain/can";
import { type Invited, tieBetween } from "@/lib/domain/independence";
import { wordsTaken } from "@/lib/domain/withholding";
import type { Withholding } from "@/lib/generated/prisma/client";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import { findSayingAgain } from "../../entries/data/saying-again";
import { readTraces } from "../data/traces";
import { holdProposals, holdsAllProposals, purge } from "./purge";
import type { WithholdingRefusal, WithholdingResult } from "./refusal";
import { type HeldRecord, holdRecord, type Kept, type KeptVersion, readVersions, tellOfWithholding } from "./versions";

/**
 * The second of two: what was taken goes for good, from where it was kept to be restored and from what had said it on the
 * way to the record. Decision 25 lists where, and what nobody can reach.
 */
export async function confirmWithholding(actorId: string, id: string): Promise<WithholdingResult> {
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const result = await inTransaction((tx) => confirmIn(tx, actorId, id), LONGEST_MS);
    if (result !== "again") return result;
  }
  throw new Error(`Proposals of what withholding ${id} took came faster than they could be held.`);
}

/** Each try holds what had come by then: somebody would have to propose anew in the same instant as often as this. */
const MOST_TRIES = 10;
/** All that waits in its wave is read. */
const LONGEST_MS = 60_000;

async function confirmIn(tx: Transaction, actorId: string, id: string): Promise<WithholdingResult | "again"> {
  const actor = await lockActor(tx, actorId);
  // Who may decide about none of them is not told either whether there is one.
  const mayDecide = can(actor, "lift_withholding");
  if (!mayDecide.allowed) return { refused: mayDecide.because };
  const asked = await tx.withholding.findUnique({
    where: { id },
    select: { recordId: true, record: { select: { waveId: true } } },
  });
  const about = { waveId: asked?.record.waveId ?? "", traces: (await readTraces(tx, [id])).get(id) ?? [] };
  const saying = await findSayingAgain(tx, about);
  const proposals = asked === null ? new Set<string>() : await holdProposals(tx, asked.recordId, saying.ids);
  const held = await holdOpen(tx, id);
  if ("refused" in held) return held;
  const { placedBy, recordId } = held.row;
  const tie = tieBetween({ ...actor, id: actorId }, placedBy);
  const verdict = can(actor, "confirm_withholding", { authorId: placedBy.id, tie });
  if (!verdict.allowed) return { refused: verdict.because };
  if (held.hasLapsed) return { refused: "lapsed" };
  const since = await findSayingAgain(tx, { ...about, after: saying.last });
  const isAllHeld = since.ids.every((one) => proposals.has(one)) && (await holdsAllProposals(tx, recordId, proposals));
  if (!isAllHeld) return "again";
  const words = await wordsOf(tx, held.record.kind, recordId, held.kept);
  await tx.$executeRaw`
    UPDATE withholdings SET confirmed_by_id = ${actorId}::uuid, confirmed_at = now(), kept = NULL WHERE id = ${id}::uuid`;
  const data = [...saying.ids, ...since.ids].map((entryId) => ({ withholdingId: id, entryId }));
  await tx.saidOfWithheld.createMany({ data });
  await purge(tx, recordId, { actorId, words, hidesReasons: hidesReasons(held.row) });
  await tellOfWithholding(tx, {
    ...{ actorId, verb: "record.withhold_confirm", waveId: held.record.waveId },
    withholding: { id, recordId },
  });
  return { withholdingId: id };
}

type Open = {
  row: Withholding & { placedBy: Invited };
  record: HeldRecord;
  kept: Kept;
  hasLapsed: boolean;
};

/** The open withholding and its record, both held; the record first, as whoever places one does. */
export async function holdOpen(tx: Transaction, id: string): Promise<Open | WithholdingRefusal> {
  const found = await tx.withholding.findUnique({ where: { id }, select: { recordId: true } });
  const record = found === null ? null : await holdRecord(tx, found.recordId);
  if (record === null) return { refused: "gone" };
  const row = await tx.withholding.findUniqueOrThrow({
    where: { id },
    include: { placedBy: { select: { id: true, invitedById: true } } },
  });
  if (row.kept === null) return { refused: "ended" };
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now()`;
  const hasLapsed = clock !== undefined && clock.now >= row.lapsesAt;
  return { row, record, kept: row.kept as unknown as Kept, hasLapsed };
}

type Kind = Parameters<typeof wordsTaken>[0];

/** Every text that a version said before and says no more, the longest first. */
async function wordsOf(tx: Transaction, kind: Kind, recordId: string, kept: Kept): Promise<string[]> {
  const now = new Map((await readVersions(tx, recordId)).map((version) => [version.number, version]));
  const taken = kept.versions.flatMap((before) => {
    const after = now.get(before.number);
    return after === undefined
      ? []
      : [...wordsTaken(kind, before.snapshot, after.snapshot), ...reasonsTaken(before, after)];
  });
  return [...new Set(taken)].sort((one, other) => other.length - one.length);
}

function reasonsTaken(before: KeptVersion, after: KeptVersion): string[] {
  const left = new Set(Object.values(after.reason ?? {}));
  return Object.values(before.reason ?? {}).filter((text) => !left.has(text));
}

/** A reason may name somebody in other words than the record did: where reasons are withheld they go whole. */
function hidesReasons({ scope, parts }: Pick<Withholding, "scope" | "parts">): boolean {
  return scope === "record" || parts.includes("reason");
}
