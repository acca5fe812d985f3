import { can } from "@/lib/domain/can";
import { type Invited, tieBetween } from "@/lib/domain/independence";
import { WITHHELD, withoutWords, wordsTaken } from "@/lib/domain/withholding";
import type { Prisma, Withholding } from "@/lib/generated/prisma/client";
import { canonicalJson } from "@/lib/server/audit";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import type { WithholdingRefusal, WithholdingResult } from "./refusal";
import { type HeldRecord, holdRecord, type Kept, type KeptVersion, readVersions, tellOfWithholding } from "./versions";

/**
 * The second of two: from now on what was taken is nowhere. It goes from where it was kept to be restored, and from the
 * proposals and reasons that had said it.
 */
export function confirmWithholding(actorId: string, id: string): Promise<WithholdingResult> {
  return inTransaction(async (tx) => {
    const actor = await lockActor(tx, actorId);
    // Who may decide about none of them is not told either whether there is one.
    const mayDecide = can(actor, "lift_withholding");
    if (!mayDecide.allowed) return { refused: mayDecide.because };
    const held = await holdOpen(tx, id);
    if ("refused" in held) return held;
    const { placedBy, recordId } = held.row;
    const tie = tieBetween({ ...actor, id: actorId }, placedBy);
    const verdict = can(actor, "confirm_withholding", { authorId: placedBy.id, tie });
    if (!verdict.allowed) return { refused: verdict.because };
    if (held.hasLapsed) return { refused: "lapsed" };
    const words = await wordsOf(tx, held.record.kind, recordId, held.kept);
    await tx.$executeRaw`
      UPDATE withholdings SET confirmed_by_id = ${actorId}::uuid, confirmed_at = now(), kept = NULL WHERE id = ${id}::uuid`;
    await purge(tx, recordId, { words, hidesReasons: hidesReasons(held.row) });
    await tellOfWithholding(tx, {
      ...{ actorId, verb: "record.withhold_confirm", waveId: held.record.waveId },
      withholding: { id, recordId },
    });
    return { withholdingId: id };
  });
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

type Purged = { words: readonly string[]; hidesReasons: boolean };

/** A reason may name somebody in other words than the record did: where reasons are withheld they go whole. */
function hidesReasons({ scope, parts }: Pick<Withholding, "scope" | "parts">): boolean {
  return scope === "record" || parts.includes("reason");
}

/** Proposals of the record, or of whatever cites it where it is a source, with all their versions and decisions. */
async function purge(tx: Transaction, recordId: string, { words, hidesReasons: all }: Purged): Promise<void> {
  const cites = await tx.citation.findMany({ where: { sourceId: recordId }, select: { recordId: true } });
  const entries = await tx.entry.findMany({
    where: { recordId: { in: [recordId, ...cites.map((one) => one.recordId)] } },
    include: { versions: true, decisions: { where: { reason: { not: null } } } },
  });
  const cleaned = (value: unknown) => {
    const without = withoutWords(value, words);
    return canonicalJson(without) === canonicalJson(value) ? null : (without as Prisma.InputJsonValue);
  };
  for (const { id, payload, versions, decisions } of entries) {
    const now = cleaned(payload);
    if (now !== null) await tx.entry.update({ where: { id }, data: { payload: now } });
    for (const { version, payload: then } of versions) {
      const kept = cleaned(then);
      const where = { entryId_version: { entryId: id, version } };
      if (kept !== null) await tx.entryVersion.update({ where, data: { payload: kept } });
    }
    for (const { id: decisionId, reason } of decisions) {
      const said = all ? WITHHELD : cleaned(reason);
      if (typeof said === "string") await tx.decision.update({ where: { id: decisionId }, data: { reason: said } });
    }
  }
}
