import { randomUUID } from "node:crypto";
import type { RecordRow, WaveRecord } from "@/lib/domain/wave-record";
import { approveEntry } from "@/lib/features/entries/mutations/approve-entry";
import { saveDraft } from "@/lib/features/entries/mutations/save-draft";
import { type CorrectionInput, correctionInputSchema } from "@/lib/features/entries/schema/correction";
import { readEdition } from "@/lib/features/waves/data";
import type { Transaction } from "@/lib/server/transaction";

/** A complete correction of a record, as typed: a slip that the cited source itself shows. */
export function typedCorrection(recordId: string, changes: Record<string, string>, rest: object = {}): CorrectionInput {
  return correctionInputSchema.parse({
    ...{ kind: "correction", waveId: "kz22", recordId, baseRevision: 1, changes },
    ...{ reason: "A slip in the first version.", reasonLanguage: "en", grounds: "cited" },
    ...rest,
  });
}

export function typedRetraction(recordId: string, reason = "The article was withdrawn."): CorrectionInput {
  return typedCorrection(recordId, {}, { kind: "retraction", grounds: "", reason });
}

/** A submitted correction of the author, for what comes after. */
export async function submittedCorrection(authorId: string, payload: CorrectionInput): Promise<string> {
  const result = await saveDraft(authorId, { submissionKey: randomUUID(), payload, submit: true });
  if ("refused" in result || result.entry.state !== "submitted")
    throw new Error(`Not submitted: ${JSON.stringify(result)}`);
  return result.entry.id;
}

/** Proposed by one, approved by two others. */
export async function publishedCorrection(
  { author, first, second }: { author: string; first: string; second: string },
  payload: CorrectionInput,
): Promise<string> {
  const entryId = await submittedCorrection(author, payload);
  for (const moderator of [first, second]) {
    const result = await approveEntry(moderator, { entryId, seenVersion: 1 });
    if ("refused" in result) throw new Error(`Not approved: ${JSON.stringify(result)}`);
  }
  return entryId;
}

/** The record of the database under test, as readers get it. */
export async function readRecord(): Promise<WaveRecord> {
  const [record] = (await readEdition(null)).records;
  if (record === undefined) throw new Error("There is no record.");
  return record;
}

export function rowOf(record: WaveRecord, id: string): RecordRow {
  const { figures, actions, workforces, workforceSizes, sources, events, demands, solidarity, coverageNotes } = record;
  const rows = [figures, actions, workforces, workforceSizes, sources, events, demands, solidarity, coverageNotes];
  const row = rows.flat().find((one) => one.id === id);
  if (row === undefined) throw new Error(`There is no ${id}.`);
  return row;
}

/** What waits for the end of the transaction is asked now. */
export const holdsNow = (tx: Transaction) => tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
