import { can } from "@/lib/domain/can";
import { type Invited, tieBetween } from "@/lib/domain/independence";
import { wordsTaken } from "@/lib/domain/withholding";
import type { Withholding } from "@/lib/generated/prisma/client";
import { db } from "@/lib/server/db";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { type LockedActor, lockActor } from "../../accounts/data";
import { findSayingAgain, type SayingAgain } from "../../entries/data/saying-again";
import { readTraces } from "../data/traces";
import { holdFree, holdProposals, holdsAllProposals, purge } from "./purge";
import type { WithholdingRefusal, WithholdingResult } from "./refusal";
import {
  type HeldRecord,
  holdRecord,
  type Kept,
  type KeptVersion,
  readRecord,
  readVersions,
  tellOfWithholding,
} from "./versions";

/**
 * The second of two: what was taken goes for good, from where it was kept to be restored and from what had said it on the
 * way to the record. Decision 25 lists where, and what nobody can reach.
 */
export async function confirmWithholding(actorId: string, id: string): Promise<WithholdingResult> {
  const asked = await inTransaction(async (tx) => openFor(tx, await lockActor(tx, actorId), { actorId, id }));
  if ("refused" in asked) return asked;
  const about = { waveId: asked.record.waveId, traces: (await readTraces(db(), [id])).get(id) ?? [] };
  // All that waits in the wave is read, for as long as it takes: nobody waits for that.
  let saying = await findSayingAgain(db(), about);
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const { recordId } = asked.row;
    const result = await inTransaction((tx) => confirmIn(tx, { actorId, id, recordId, about, saying }), LONGEST_MS);
    if (!("again" in result)) return result;
    saying = result.again;
  }
  return { refused: "proposals_busy" };
}

/** Each holds what the one before could not: somebody would have to be at such a proposal in as many instants. */
const MOST_TRIES = 10;
/** Whoever holds a proposal is waited for, and many may be changed. */
const LONGEST_MS = 60_000;

type Confirming = {
  actorId: string;
  id: string;
  recordId: string;
  about: { waveId: string; traces: readonly string[] };
  saying: SayingAgain;
};

async function confirmIn(
  tx: Transaction,
  { actorId, id, recordId, about, saying }: Confirming,
): Promise<WithholdingResult | { again: SayingAgain }> {
  const actor = await lockActor(tx, actorId);
  const proposals = await holdProposals(tx, recordId, saying.ids);
  const held = await openFor(tx, actor, { actorId, id, read: holdRecord });
  if ("refused" in held) return held;
  const now = await findSayingAgain(tx, about, saying);
  const newcomers = now.ids.filter((one) => !proposals.has(one));
  const isAllHeld = (await holdFree(tx, newcomers)) && (await holdsAllProposals(tx, recordId, proposals));
  if (!isAllHeld) return { again: now };
  const words = await wordsOf(tx, held.record.kind, recordId, held.kept);
  await tx.$executeRaw`
    UPDATE withholdings SET confirmed_by_id = ${actorId}::uuid, confirmed_at = now(), kept = NULL WHERE id = ${id}::uuid`;
  await tx.$executeRaw`
    INSERT INTO said_of_withheld (withholding_id, entry_id) SELECT ${id}::uuid, id FROM entries WHERE id = ANY(${now.ids}::uuid[])`;
  await purge(tx, recordId, { actorId, words, hidesReasons: hidesReasons(held.row) });
  await tellOfWithholding(tx, {
    ...{ actorId, verb: "record.withhold_confirm", waveId: held.record.waveId },
    withholding: { id, recordId },
  });
  return { withholdingId: id };
}

type Asked = { actorId: string; id: string; read?: typeof readRecord };

/** The withholding, where this moderator may confirm it now. */
async function openFor(
  tx: Transaction,
  actor: LockedActor,
  { actorId, id, read = readRecord }: Asked,
): Promise<Open | WithholdingRefusal> {
  // Who may decide about none of them is not told either whether there is one.
  const mayDecide = can(actor, "lift_withholding");
  if (!mayDecide.allowed) return { refused: mayDecide.because };
  const open = await openWith(tx, id, read);
  if ("refused" in open) return open;
  const { placedBy } = open.row;
  const tie = tieBetween({ ...actor, id: actorId }, placedBy);
  const verdict = can(actor, "confirm_withholding", { authorId: placedBy.id, tie });
  if (!verdict.allowed) return { refused: verdict.because };
  return open.hasLapsed ? { refused: "lapsed" } : open;
}

type Open = {
  row: Withholding & { placedBy: Invited };
  record: HeldRecord;
  kept: Kept;
  hasLapsed: boolean;
};

/** The open withholding and its record, both held; the record first, as whoever places one does. */
export function holdOpen(tx: Transaction, id: string): Promise<Open | WithholdingRefusal> {
  return openWith(tx, id, holdRecord);
}

async function openWith(tx: Transaction, id: string, read: typeof readRecord): Promise<Open | WithholdingRefusal> {
  const found = await tx.withholding.findUnique({ where: { id }, select: { recordId: true } });
  const record = found === null ? null : await read(tx, found.recordId);
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
