import type { Moment, Period } from "@/lib/domain/moment";
import { fieldOf } from "@/lib/domain/record-diff";
import type { CitationRow, RecordRow } from "@/lib/domain/wave-record";
import { Prisma } from "@/lib/generated/prisma/client";
import { createRevision, type PublishedRecord } from "@/lib/server/records/revision";
import type { Transaction } from "@/lib/server/transaction";
import type { Answers } from "../view/record-form";
import type { CheckedCorrection } from "./check-correction";
import { type CitedSource, citeSources } from "./publish-sources";
import { columnsOf, updateRow } from "./record-columns";

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

function linksOf(row: RecordRow) {
  const of = (name: string) => (fieldOf(row, name) as string[] | undefined) ?? [];
  const answers = (fieldOf(row, "answers") as Answers | undefined) ?? [];
  return {
    workforces: of("workforceIds"),
    demands: of("demandIds"),
    answers: answers.map(({ demandId, outcome }) => ({ demand: demandId, outcome })),
  };
}

async function replaceLinks(tx: Transaction, row: RecordRow, citations: readonly CitationRow[]): Promise<void> {
  const { id } = row;
  const { workforces, demands, answers } = linksOf(row);
  await tx.citation.deleteMany({ where: { recordId: id } });
  await tx.citation.createMany({ data: citations.map((citation) => ({ ...citation, recordId: id })) });
  await tx.actionWorkforce.deleteMany({ where: { actionId: id } });
  await tx.actionWorkforce.createMany({ data: workforces.map((workforceId) => ({ actionId: id, workforceId })) });
  await tx.actionDemand.deleteMany({ where: { actionId: id } });
  await tx.actionDemand.createMany({ data: demands.map((demandId) => ({ actionId: id, demandId })) });
  await tx.eventDemand.deleteMany({ where: { eventId: id } });
  await tx.eventDemand.createMany({
    data: answers.map(({ demand, outcome }) => ({
      ...{ eventId: id, demandId: demand, outcome: outcome ?? Prisma.DbNull },
    })),
  });
}

/** What a version speaks of, as loading has it: from the first instant it may have begun to the last it may have ended. */
function validTimes(row: RecordRow): { from: Date | null; to: Date | null } {
  const span = (from: Moment, to: Moment | null) => ({
    from: new Date(from.earliest),
    to: to === null ? null : new Date(to.latest),
  });
  if ("period" in row) return span((row.period as Period).start, row.period.end);
  if ("asOf" in row) return span(row.asOf, row.asOf);
  if ("givenAt" in row) return span(row.givenAt, row.givenAt);
  return "raisedAt" in row ? span(row.raisedAt, null) : { from: null, to: null };
}
