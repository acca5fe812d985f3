import { can } from "@/lib/domain/can";
import { partsRepeating, WITHHELD, WITHHELD_TEXTS, WITHHOLDING_HOURS, withheld } from "@/lib/domain/withholding";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import { makeTraces } from "../data/traces";
import type { Placing } from "../schema";
import { actOfReason, WITHHELD_BECAUSE } from "../view/public-reasons";
import type { WithholdingResult } from "./refusal";
import {
  addVersion,
  type HeldRecord,
  holdRecord,
  type Kept,
  type KeptVersion,
  putInForce,
  readVersions,
  tellOfWithholding,
  writeVersion,
} from "./versions";

/**
 * Takes texts of a record, or everything it says, out of every version at once. What was taken is kept apart, so that it
 * can be put back, until a second moderator confirms; nothing that readers are given is made from there.
 */
export function placeWithholding(actorId: string, asked: Placing): Promise<WithholdingResult> {
  return inTransaction(async (tx) => {
    const verdict = can(await lockActor(tx, actorId), "withhold_record");
    if (!verdict.allowed) return { refused: verdict.because };
    const record = await holdRecord(tx, asked.recordId);
    if (record === null) return { refused: "gone" };
    if (asked.scope === "record" && record.state === "retracted") return { refused: "already_retracted" };
    const open = await tx.withholding.count({ where: { recordId: record.id, confirmedAt: null, liftedAt: null } });
    if (open > 0) return { refused: "already_withheld" };
    const versions = await readVersions(tx, record.id);
    const snapshots = versions.map(({ snapshot }) => snapshot);
    const placing = { ...asked, parts: partsRepeating(record.kind, snapshots, asked.parts) };
    const taken = versions.map((version) => takenFrom(version, record, placing));
    if (JSON.stringify(taken) === JSON.stringify(versions)) return { refused: "nothing_to_withhold" };
    const traces = await makeTraces(tx, { ...placing, record, versions });
    const id = await insert(tx, actorId, placing, { versions, retractedReason: record.retractedReason, traces });
    for (const version of taken) await writeVersion(tx, record.id, version);
    await hideRow(tx, record, placing, taken);
    await tellOfWithholding(tx, {
      ...{ actorId, verb: "record.withhold", waveId: record.waveId },
      withholding: { id, recordId: record.id },
      versions: taken,
    });
    return { withholdingId: id };
  });
}

function takenFrom({ number, snapshot, reason }: KeptVersion, { kind }: HeldRecord, placing: Placing): KeptVersion {
  const isAsked = placing.scope === "record" || placing.parts.includes("reason");
  // What an earlier withholding told names nobody, and by its words the version is known for what it did.
  const hidesReason = isAsked && reason !== null && actOfReason(reason) === null;
  return { number, snapshot: withheld(kind, snapshot, placing), reason: hidesReason ? WITHHELD_TEXTS : reason };
}

/** By the database's clock, which also says in its guards what happens in this transaction. */
async function insert(tx: Transaction, actorId: string, placing: Placing, kept: Kept): Promise<string> {
  const { recordId, scope, parts, ground, note } = placing;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO withholdings (record_id, scope, parts, ground, note, kept, placed_by_id, placed_at, lapses_at)
    VALUES (${recordId}, ${scope}::withholding_scope, ${parts}, ${ground}::withholding_ground, ${note},
      ${JSON.stringify(kept)}::jsonb, ${actorId}::uuid, now(), now() + make_interval(hours => ${WITHHOLDING_HOURS}::int))
    RETURNING id::text`;
  if (row === undefined) throw new Error(`Nothing of ${recordId} was withheld.`);
  return row.id;
}

/** A record withheld whole is a tombstone with the general reason: its page says so, and it counts nowhere. */
async function hideRow(tx: Transaction, record: HeldRecord, placing: Placing, taken: KeptVersion[]): Promise<void> {
  const { id, revision } = record;
  const inForce = taken.find(({ number }) => number === revision);
  if (inForce === undefined) throw new Error(`${id} has no version ${revision}.`);
  if (placing.scope === "record") {
    const reason = WITHHELD_BECAUSE[placing.ground];
    const number = revision + 1;
    await addVersion(tx, id, { ...inForce, number, reason, retracts: true });
    await tx.record.update({
      where: { id },
      data: { revision: number, state: "retracted", retractedReason: reason.en },
    });
    return putInForce(tx, id, number);
  }
  const isOwn = actOfReason(inForce.reason) === null;
  const hidesReason = placing.parts.includes("reason") && isOwn && record.retractedReason !== null;
  if (hidesReason) await tx.record.update({ where: { id }, data: { retractedReason: WITHHELD } });
  await putInForce(tx, id, revision);
}
