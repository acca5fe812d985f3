import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { readRecordAt, type StoredRecord } from "../../waves/data/revisions";
import { readClockSource } from "../data/clock-source";
import { isCorrection, readEntryInput } from "../schema";
import { namedChanges } from "../view/correction-entry";
import { clockOf } from "../view/record-clock";
import { formOf, type RecordForm } from "../view/record-form";
import { settleCorrection } from "./check-correction";

export type Rebased = {
  /** The fields of the form on the revision in force, by the names the browser sends them under. */
  values: Record<string, string>;
  /** What the record says otherwise than when the form was opened. */
  moved: string[];
};

/**
 * The form of a correction whose record has changed meanwhile: what its author touched as it was typed, all else as the
 * record says it now, so that nobody proposes to take back what they never saw. Null where there is nothing to change any more.
 */
export function rebaseCorrection(typed: unknown): Promise<Rebased | null> {
  return inTransaction(async (tx) => {
    const input = readEntryInput(typed);
    if (input === null || !isCorrection(input)) return null;
    const settled = await settleCorrection(tx, input);
    if (settled === null || settled.stored.state === "retracted") return null;
    const now = await readRecordAt(tx, input.recordId, settled.stored.revision);
    if (now === null) return null;
    const [was, stands] = [await formNow(tx, settled.stored), await formNow(tx, now)];
    const names = [...new Set([...Object.keys(stands), ...Object.keys(was)])];
    return {
      values: { ...namedChanges({ ...stands, ...settled.input.changes }), baseRevision: String(now.revision) },
      moved: names.filter((name) => was[name] !== stands[name]),
    };
  });
}

async function formNow(tx: Transaction, { waveId, row }: StoredRecord): Promise<RecordForm> {
  return formOf(row, clockOf(row, await readClockSource(tx, waveId, row)));
}
