import type { CoverageNoteRow, Envelope, FigureRow, SourceRow, WorkforceSizeRow } from "@/lib/domain/wave-record";
import type {
  CoverageNote as CoverageNoteColumns,
  Figure as FigureColumns,
  Source as SourceColumns,
  WorkforceSize as WorkforceSizeColumns,
} from "@/lib/generated/prisma/client";
import type { DatabaseClient } from "@/lib/server/db";
import { envelopeOf, type WhichRecords } from "./envelopes";
import { toDayOrNull, toMoment, toPeriod, toQuantity, toTexts, toTextsOrNull } from "./moments";

type Envelopes = Map<string, Envelope>;
const inOrder = (records: WhichRecords) => ({
  where: { record: records },
  orderBy: { record: { number: "asc" as const } },
});

export async function readFigures(
  client: DatabaseClient,
  records: WhichRecords,
  envelopes: Envelopes,
): Promise<FigureRow[]> {
  const rows = await client.figure.findMany({
    ...inOrder(records),
    include: { action: { select: { general: true } } },
  });
  return rows.map((row) => toFigure(row, envelopeOf(envelopes, row.id), row.action?.general ?? false));
}

/** `general` is that of the action the figure counts. */
export function toFigure(row: FigureColumns, envelope: Envelope, general: boolean): FigureRow {
  return {
    ...envelope,
    subject: row.subject,
    actionId: row.actionId,
    eventId: row.eventId,
    regionId: row.regionId,
    workforceId: row.workforceId,
    measure: row.measure,
    basis: row.basis,
    quantity: toQuantity(row),
    asOf: toMoment(row.asOfEarliest, row.asOfLatest, row.asOfPrecision),
    claimant: row.claimant,
    claimantName: toTextsOrNull(row.claimantName)?.en ?? null,
    claimantNames: toTextsOrNull(row.claimantName),
    standing: row.standing,
    standingReason: toTextsOrNull(row.standingReason),
    disputed: row.disputed,
    disputeReason: toTextsOrNull(row.disputeReason),
    general,
    wordsLanguage: row.wordsLanguage,
    note: toTextsOrNull(row.note),
  };
}

export async function readWorkforceSizes(
  client: DatabaseClient,
  records: WhichRecords,
  envelopes: Envelopes,
): Promise<WorkforceSizeRow[]> {
  const rows = await client.workforceSize.findMany(inOrder(records));
  return rows.map((row) => toWorkforceSize(row, envelopeOf(envelopes, row.id)));
}

export function toWorkforceSize(row: WorkforceSizeColumns, envelope: Envelope): WorkforceSizeRow {
  return {
    ...envelope,
    workforceId: row.workforceId,
    scopeNote: toTextsOrNull(row.scopeNote),
    comparable: row.comparable,
    quantity: toQuantity(row),
    asOf: toMoment(row.asOfEarliest, row.asOfLatest, row.asOfPrecision),
    claimant: row.claimant,
    claimantNames: toTextsOrNull(row.claimantName),
    standing: row.standing,
    standingReason: toTextsOrNull(row.standingReason),
    wordsLanguage: row.wordsLanguage,
  };
}

/** Sources without their confidential note, which no public reading ever selects. */
export async function readSources(
  client: DatabaseClient,
  records: WhichRecords,
  envelopes: Envelopes,
): Promise<SourceRow[]> {
  const rows = await client.source.findMany({ ...inOrder(records), omit: { confidentialNote: true } });
  return rows.map((row) => toSource(row, envelopeOf(envelopes, row.id)));
}

export function toSource(row: Omit<SourceColumns, "confidentialNote">, envelope: Envelope): SourceRow {
  return {
    ...envelope,
    url: row.url,
    archivedUrl: row.archivedUrl,
    publisher: row.publisher,
    title: row.title,
    language: row.language,
    publishedOn: toDayOrNull(row.publishedOn),
    kind: row.kind,
    tier: row.tier,
    origin: row.origin,
    note: toTextsOrNull(row.note),
  };
}

export async function readCoverageNotes(
  client: DatabaseClient,
  records: WhichRecords,
  envelopes: Envelopes,
): Promise<CoverageNoteRow[]> {
  const rows = await client.coverageNote.findMany(inOrder(records));
  return rows.map((row) => toCoverageNote(row, envelopeOf(envelopes, row.id)));
}

export function toCoverageNote(row: CoverageNoteColumns, envelope: Envelope): CoverageNoteRow {
  return {
    ...envelope,
    regionId: row.regionId,
    cause: row.cause,
    text: toTexts(row.text),
    period: toPeriod(row),
  };
}
