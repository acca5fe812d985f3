import { can } from "@/lib/domain/can";
import { db } from "@/lib/server/db";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import { PUBLIC_AGAIN } from "../view/public-reasons";
import { holdOpen } from "./confirm";
import type { WithholdingResult } from "./refusal";
import { addVersion, type HeldRecord, type Kept, putInForce, tellOfWithholding, writeVersion } from "./versions";

/** What is not confirmed yet can be put back by any moderator, whoever withheld it too, with a reason the others read. */
export function liftWithholding(actorId: string, asked: { id: string; reason: string }): Promise<WithholdingResult> {
  return inTransaction(async (tx) => {
    const verdict = can(await lockActor(tx, actorId), "lift_withholding");
    if (!verdict.allowed) return { refused: verdict.because };
    return putBack(tx, { ...asked, actorId });
  });
}

/** What nobody confirmed in time is public again; how many were put back. */
export async function lapseWithholdings(): Promise<number> {
  const overdue = await db().withholding.findMany({
    where: { confirmedAt: null, liftedAt: null, lapsesAt: { lte: new Date() } },
    select: { id: true },
    orderBy: { placedAt: "asc" },
  });
  let lapsed = 0;
  for (const { id } of overdue) {
    const result = await inTransaction((tx) => putBack(tx, { id, actorId: null, reason: null }));
    if ("withholdingId" in result) lapsed += 1;
  }
  return lapsed;
}

type Lifting = { id: string; actorId: string | null; reason: string | null };

async function putBack(tx: Transaction, { id, actorId, reason }: Lifting): Promise<WithholdingResult> {
  const held = await holdOpen(tx, id);
  if ("refused" in held) return held;
  if (actorId === null && !held.hasLapsed) return { refused: "ended" };
  const { record, row, kept } = held;
  await tx.$executeRaw`
    UPDATE withholdings SET lifted_by_id = ${actorId}::uuid, lifted_at = now(), lift_reason = ${reason}, kept = NULL
    WHERE id = ${id}::uuid`;
  for (const version of kept.versions) await writeVersion(tx, record.id, version);
  await showRow(tx, record, kept, row.scope === "record");
  await tellOfWithholding(tx, {
    ...{ actorId, verb: actorId === null ? "record.withhold_lapse" : "record.withhold_lift", waveId: record.waveId },
    withholding: { id, recordId: record.id },
  });
  return { withholdingId: id };
}

/** A record that was withheld whole is in force again with another version: that it was away stays in its history. */
async function showRow(tx: Transaction, record: HeldRecord, kept: Kept, wasWhole: boolean): Promise<void> {
  const { id, revision } = record;
  if (!wasWhole) {
    await tx.record.update({ where: { id }, data: { retractedReason: kept.retractedReason } });
    return putInForce(tx, id, revision);
  }
  const last = kept.versions.at(-1);
  if (last === undefined) throw new Error(`Nothing was kept of ${id}.`);
  const number = revision + 1;
  await addVersion(tx, id, { ...last, number, reason: PUBLIC_AGAIN, retracts: false });
  await tx.record.update({ where: { id }, data: { revision: number, state: "published", retractedReason: null } });
  await putInForce(tx, id, number);
}
