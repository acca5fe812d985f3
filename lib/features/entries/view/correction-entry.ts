import { type FieldChange, recordDiff } from "@/lib/domain/record-diff";
import type { RecordRow, WaveRecord } from "@/lib/domain/wave-record";
import { findRecord } from "../../records/view/find";
import { isCorrection, readEntryInput } from "../schema";
import { type CorrectionInput, type Grounds, readGrounds } from "../schema/correction";
import type { FieldProblem } from "../schema/input";
import { correctedCitations, correctedRecord } from "./corrected-record";
import { clockOf } from "./record-clock";
import { formOf, type RecordForm } from "./record-form";

/** A correction or retraction as its author and the moderators look at it. */
export type CorrectionEntry = {
  input: CorrectionInput;
  record: WaveRecord;
  /** The version it was made against, and the one in force. */
  base: RecordRow;
  now: RecordRow;
  /** The base as it would be corrected, before the sources named with it are cited. */
  proposed: RecordRow;
  /** Whether another version has been published since: then it cannot be approved as it is. */
  isBehind: boolean;
  /** What it changes, field by field; a retraction changes the state alone. */
  changes: FieldChange[];
  grounds: Grounds;
  problems: FieldProblem[];
  /** The form on the version in force, with what was typed in it. */
  form: RecordForm;
};

/** The record that can be corrected, or null where there is none in force. */
export function correctable(records: readonly WaveRecord[], id: string): { record: WaveRecord; row: RecordRow } | null {
  for (const record of records) {
    const row = findRecord(record, id)?.row;
    if (row?.state === "published") return { record, row };
  }
  return null;
}

/** What an entry's payload proposes of a published record; null where it proposes none or the record is not there. */
export function correctionEntry(payload: unknown, records: readonly WaveRecord[]): CorrectionEntry | null {
  const input = readEntryInput(payload);
  if (input === null || !isCorrection(input)) return null;
  const record = records.find(({ wave }) => wave.id === input.waveId);
  const now = record && findRecord(record, input.recordId)?.row;
  if (record === undefined || now === undefined) return null;
  const versions = record.revisions[input.recordId] ?? [];
  const base = versions.find(({ number }) => number === input.baseRevision)?.row ?? now;
  const { row: proposed, problems } = proposedRow(base, record, input);
  const { grounds, problems: missing } = readGrounds(input);
  return {
    ...{ input, record, base, now, proposed, grounds },
    isBehind: now.revision !== input.baseRevision,
    changes: recordDiff(base, proposed),
    problems: [...problems, ...missing],
    form: { ...formOf(now, clockOf(now, record)), ...input.changes },
  };
}

function proposedRow(base: RecordRow, record: WaveRecord, { kind, reason, changes }: CorrectionInput) {
  if (kind === "retraction")
    return { row: { ...base, state: "retracted" as const, retractedReason: reason }, problems: [] };
  const { row, problems } = correctedRecord(base, changes, clockOf(base, record));
  return { row: { ...row, citations: correctedCitations(base, changes) }, problems };
}

/** The fields of the form by the names the browser sends them under. */
export function namedChanges(form: RecordForm): Record<string, string> {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [`changes.${name}`, value]));
}

/** What the author typed beside the record's own fields, as the form has it. */
export function typedBeside({ reason, reasonLanguage, grounds, sources }: CorrectionInput): Record<string, string> {
  const slots = sources.flatMap((source, slot) =>
    Object.entries(source).map(([name, value]): [string, string] => [`sources.${slot}.${name}`, value]),
  );
  return { reason, reasonLanguage, grounds, ...Object.fromEntries(slots) };
}
