import { type ChosenStanding, type Weight, weightOf } from "@/lib/domain/chosen-standing";
import { claimSubject } from "@/lib/domain/claim-subject";
import { formatRecordId, parseRecordId, RECORD_LETTERS, type RecordKind } from "@/lib/domain/id";
import { LISTS } from "@/lib/domain/record-lists";
import type { ActionRow, Envelope, FigureRow, RecordRow, WaveRecord } from "@/lib/domain/wave-record";
import { recordKindOf } from "../schema/kinds";
import type { EntryAbout } from "./entry-about";
import { weighedRow } from "./proposed-row";

/** The public record as it is, and as it would be if this entry were published now. */
export type BeforeAfter = { before: WaveRecord; after: WaveRecord };

type About = Pick<EntryAbout, "correction" | "action" | "plain" | "subject" | "proposal" | "comparison" | "solidarity">;

/** Null where it cannot be told: the entry is incomplete, made against an older version, or its wave is read in parts. */
export function asPublished(about: About, chosen: ChosenStanding = "normal"): BeforeAfter | null {
  const record = (about.correction ?? about.action ?? about.solidarity ?? about.plain ?? about.subject)?.record;
  if (record === undefined || record.part !== undefined) return null;
  const after = afterOf(about, record, weightOf(chosen, null));
  return after && { before: record, after };
}

function afterOf(about: About, record: WaveRecord, weight: Weight) {
  const { correction, action, subject, proposal, comparison, solidarity, plain } = about;
  if (correction)
    return correction.isBehind || correction.problems.length > 0 ? null : replaced(record, correction.proposed);
  // An act of support is in no sum: what is counted is the action that it is itself.
  if (solidarity) return solidarity.proposal && record;
  if (plain) return plain.row && added(record, recordKindOf(plain.kind), weighedRow(plain.row, weight));
  if (action) return proposedAction(record, action);
  if (subject === null || proposal === null || comparison === null) return null;
  const { quantity, measure, basis, claimant, claimantName, wordsLanguage } = proposal;
  const figure: FigureRow = {
    ...envelope(record, "figure"),
    ...{ subject: "action", eventId: null, regionId: null },
    ...claimSubject(proposal, subject.action?.workforceIds ?? []),
    ...{ measure, basis, quantity, claimant, claimantName, wordsLanguage, asOf: comparison.asOf },
    ...{ claimantNames: null, note: null, ...weight },
    general: subject.action?.general ?? false,
  };
  return { ...record, figures: [...record.figures, figure] };
}

function added(record: WaveRecord, kind: RecordKind, row: RecordRow): WaveRecord {
  return { ...record, [LISTS[kind]]: [...record[LISTS[kind]], row] };
}

function proposedAction(record: WaveRecord, { proposal, placed, start, workforce }: NonNullable<About["action"]>) {
  if (proposal === null || placed === null || start === null) return null;
  const { type, general, political, stoppage, scope, certainty, openEnd, place } = proposal;
  const action: ActionRow = {
    ...envelope(record, "action"),
    ...{ type, general, political, stoppage, scope, certainty, solidarity: false },
    ...{ ...placed, placePrecision: place.of, placeInferred: false, site: null, participants: null },
    period: { start, end: null, openEnd },
    ...{ lastKnownAt: null, note: null, demandIds: [], workforceIds: workforce === null ? [] : [workforce.id] },
  };
  return { ...record, actions: [...record.actions, action] };
}

/** Under the id that it would most likely be given. */
function envelope(record: WaveRecord, kind: "figure" | "action"): Envelope {
  const numbers = record[LISTS[kind]].map(({ id }) => parseRecordId(id)?.number ?? 0);
  const id = formatRecordId(record.wave.code, RECORD_LETTERS[kind], Math.max(0, ...numbers) + 1);
  return { id, state: "published", retractedReason: null, revision: 1, recordedAt: record.publishedAt, citations: [] };
}

function replaced(record: WaveRecord, row: RecordRow): WaveRecord {
  const kind: RecordKind = parseRecordId(row.id)?.kind ?? "figure";
  const rows: readonly RecordRow[] = record[LISTS[kind]];
  // Published, this proposal is under review no more; another one about the record would be against an older version.
  const { [row.id]: _, ...openCorrections } = record.openCorrections;
  const after = { ...record, openCorrections, [LISTS[kind]]: rows.map((one) => (one.id === row.id ? row : one)) };
  if (kind !== "action") return after;
  // A figure does not say itself whether it counts a general strike: its action does.
  const general = (row as ActionRow).general;
  return { ...after, figures: record.figures.map((one) => (one.actionId === row.id ? { ...one, general } : one)) };
}
