import { recordDiff } from "@/lib/domain/record-diff";
import type { RecordRow } from "@/lib/domain/wave-record";
import type { DatabaseClient } from "@/lib/server/db";
import { readRecordAt, type StoredRecord } from "../../waves/data/revisions";
import { readClockSource } from "../data/clock-source";
import { findMissing } from "../data/references";
import { type CorrectionInput, type Grounds, readGrounds } from "../schema/correction";
import type { FieldProblem } from "../schema/input";
import { correctedCitations, correctedRecord } from "../view/corrected-record";
import { clockOf } from "../view/record-clock";
import { changesOf, formOf } from "../view/record-form";
import { citationProblems, referencesOf } from "../view/record-rules";
import type { EntryRefusal } from "./refusal";
import { unknownSources } from "./unknown-sources";

export type CheckedCorrection = {
  input: CorrectionInput;
  base: RecordRow;
  /** As it will stand, before the sources named with the correction are cited. */
  proposed: RecordRow;
  grounds: Grounds;
};

type Problems = { problems: FieldProblem[] };

/** The correction read whole and held against the record as it stands now; refused when that is no longer its base. */
export async function checkCorrection(
  client: DatabaseClient,
  input: CorrectionInput,
): Promise<CheckedCorrection | Problems | EntryRefusal> {
  const stored = await readRecordAt(client, input.recordId, input.baseRevision);
  if (stored === null) return { problems: [{ field: "recordId", code: "record_gone" }] };
  if (stored.revision !== input.baseRevision || stored.state === "retracted")
    return { refused: "record_changed", revision: stored.revision };
  const { grounds, problems } = readGrounds(input);
  const { row: base } = stored;
  const corrected = await correct(client, stored, input);
  const all = [...corrected.problems, ...problems, ...(await unknownSources(client, input.waveId, grounds.sources))];
  return all.length > 0 ? { problems: all } : { input, base, proposed: corrected.row, grounds };
}

async function correct(client: DatabaseClient, { row: base }: StoredRecord, input: CorrectionInput) {
  if (input.kind === "retraction") {
    const retractedReason = input.reason;
    return { row: { ...base, state: "retracted" as const, retractedReason }, problems: [] };
  }
  const clock = clockOf(base, await readClockSource(client, input.waveId, base));
  const { row: said, problems } = correctedRecord(base, input.changes, clock);
  const row = { ...said, citations: correctedCitations(base, input.changes) };
  const before = new Set(referencesOf(base).map(({ field, id }) => `${field} ${id}`));
  const others = referencesOf(row).filter(({ field, id }) => !before.has(`${field} ${id}`));
  const missing = await findMissing(client, input.waveId, others);
  const added = readGrounds(input).grounds.sources.length;
  const nothing = recordDiff(base, row).length === 0 && added === 0;
  return {
    row,
    problems: [
      ...problems,
      ...citationProblems(base.citations, row.citations, added),
      ...missing.map(({ field }) => ({ field, code: "reference_unknown" })),
      ...(nothing && problems.length === 0 ? [{ field: "changes", code: "nothing_changed" }] : []),
    ],
  };
}

/** The input with only what differs from the version it was made against; null when there is no such published record. */
export async function settleCorrection(
  client: DatabaseClient,
  input: CorrectionInput,
): Promise<{ input: CorrectionInput; stored: StoredRecord } | null> {
  const stored = await readRecordAt(client, input.recordId, input.baseRevision);
  if (stored === null) return null;
  const clock = clockOf(stored.row, await readClockSource(client, stored.waveId, stored.row));
  const changes = input.kind === "retraction" ? {} : changesOf(input.changes, formOf(stored.row, clock));
  return { input: { ...input, waveId: stored.waveId, changes }, stored };
}
