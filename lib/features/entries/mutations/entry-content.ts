import type { RecordKind } from "@/lib/domain/id";
import type { EntryKind } from "@/lib/domain/impact";
import type { Transaction } from "@/lib/server/transaction";
import { readOpenWave } from "../data/open-wave";
import { type EntryInput, isCorrection, newRecordKind, readEntryInput } from "../schema";
import { recordKindOf } from "../schema/kinds";
import { possibleDates } from "../schema/possible-dates";
import { withFullYears } from "../schema/short-years";
import { type CheckedCorrection, checkCorrection, settleCorrection } from "./check-correction";
import type { LockedEntry } from "./locked-entry";
import { NEW_RECORDS, type ReadyRecord } from "./new-records";
import type { EntryRefusal } from "./refusal";

/** What an entry is about from its first saving on: a record to be made, or a record to be corrected or retracted. */
export type EntrySubject = {
  waveId: string;
  kind: EntryKind;
  recordKind: RecordKind;
  recordId: string | null;
  baseRevision: number | null;
};
export type Settled = { payload: EntryInput; subject: EntrySubject; isBehind: boolean };

/** What was typed, in the form in which it is kept, with what it is about; a form of no kind or of nothing public is refused. */
export async function settleInput(tx: Transaction, typed: unknown): Promise<Settled | EntryRefusal> {
  const payload = readEntryInput(typed);
  if (payload === null) return refuse("workforceId", "form_unknown");
  if (!isCorrection(payload)) {
    const wave = await readOpenWave(tx, payload.waveId);
    if (wave === null) return refuse("workforceId", "wave_gone");
    const recordKind = recordKindOf(newRecordKind(payload));
    const about = { kind: "new_record", recordKind, recordId: null, baseRevision: null } as const;
    // What came without its form, as out of an outbox, was not read beside the days of its wave yet.
    const { input } = withFullYears(payload, possibleDates(wave));
    return { payload: input, subject: { waveId: wave.id, ...about }, isBehind: false };
  }
  const settled = await settleCorrection(tx, payload);
  if (settled === null) return refuse("recordId", "record_gone");
  const { input, stored } = settled;
  if (stored.state === "retracted") return { refused: "record_changed", revision: stored.revision };
  const { kind, recordId, baseRevision } = input;
  const subject = { waveId: stored.waveId, kind, recordKind: stored.kind, recordId, baseRevision };
  return { payload: input, subject, isBehind: stored.revision !== baseRevision };
}

function refuse(field: string, code: string): EntryRefusal {
  return { refused: "incomplete", problems: [{ field, code }] };
}

export type CheckedEntry = { made: ReadyRecord } | { correction: CheckedCorrection };

/** The payload held against the record of this moment, whatever the entry proposes. Asked at every submission and approval. */
export async function checkEntry(
  tx: Transaction,
  { kind, payload }: Pick<LockedEntry, "kind" | "payload">,
): Promise<CheckedEntry | EntryRefusal> {
  const input = readEntryInput(payload);
  if (kind === "new_record") {
    const recordKind = input === null || isCorrection(input) ? "figure" : newRecordKind(input);
    const made = await NEW_RECORDS[recordKind](tx, payload);
    return "problems" in made ? { refused: "incomplete", problems: made.problems } : { made };
  }
  if (input === null || !isCorrection(input)) return refuse("recordId", "form_unknown");
  // Held until the transaction ends: of two corrections made against one version only one can be published.
  await tx.$queryRaw`SELECT 1 FROM records WHERE id = ${input.recordId} FOR UPDATE`;
  const correction = await checkCorrection(tx, input);
  if ("problems" in correction) return { refused: "incomplete", problems: correction.problems };
  return "refused" in correction ? correction : { correction };
}
