import type { CitationRow } from "@/lib/domain/wave-record";
import { columnsOf, updateRow } from "@/lib/server/records/columns";
import { linksOf, replaceLinks, validTimes } from "@/lib/server/records/links";
import { createRevision, type PublishedRecord } from "@/lib/server/records/revision";
import type { Transaction } from "@/lib/server/transaction";
import type { CheckedCorrection } from "./check-correction";
import { type CitedSource, citeSources } from "./publish-sources";

export type PublishedCorrection = { recordId: string; corrected: PublishedRecord; sources: PublishedRecord[] };

/** The next version of the record: its row, citations and links as corrected, or its tombstone. The old version stays. */
export async function publishCorrection(
  tx: Transaction,
  entryId: string,
  { input, base, proposed, grounds }: CheckedCorrection,
): Promise<PublishedCorrection> {
  const { kind, waveId, recordId, reason, reasonLanguage } = input;
  if (reasonLanguage === "")
    throw new Error(`The correction of ${recordId} was let through without the language of its reason.`);
  const retracts = kind === "retraction";
  const wave = await tx.wave.findUniqueOrThrow({ where: { id: waveId }, select: { id: true, code: true } });
  const notes = { sources: grounds.sources, noteLanguage: reasonLanguage, confidentialNote: null };
  const { cited, records: sources } = await citeSources(tx, wave, notes);
  const citations = withCited(proposed.citations, cited, retracts);
  const number = base.revision + 1;
  const { count } = await tx.record.updateMany({
    where: { id: recordId, revision: base.revision, state: "published" },
    data: { revision: number, ...(retracts ? { state: "retracted" as const, retractedReason: reason } : {}) },
  });
  if (count !== 1) throw new Error(`Record ${recordId} changed while it was locked.`);
  await updateRow(tx, proposed);
  await replaceLinks(tx, proposed, citations);
  const corrected = await createRevision(tx, {
    row: { id: recordId, ...columnsOf(proposed) },
    citations: citations.map(({ sourceId, ...citation }) => ({ source: sourceId, ...citation })),
    valid: validTimes(proposed),
    ...{ entryId, links: linksOf(proposed), later: { number, retracts, reason: grounds.reason } },
  });
  return { recordId, corrected, sources };
}

/** A source named for a correction carries the record from now on; one named for a retraction speaks against it. */
function withCited(
  citations: readonly CitationRow[],
  cited: readonly CitedSource[],
  contradicts: boolean,
): CitationRow[] {
  const named = new Map(cited.map((one) => [one.sourceId, one]));
  const kept = citations.map((citation) => {
    const now = named.get(citation.sourceId);
    return now?.words ? { ...citation, words: now.words, wordsLanguage: now.wordsLanguage } : citation;
  });
  const before = new Set(citations.map(({ sourceId }) => sourceId));
  const added = cited.filter(({ sourceId }) => !before.has(sourceId));
  return [...kept, ...added.map((one) => ({ ...one, reliability: null, contradicts }))];
}
