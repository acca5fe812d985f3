import type { RecordKind } from "@/lib/domain/id";
import type { CitationRow, Envelope, RecordRow, RevisionRow } from "@/lib/domain/wave-record";
import type * as Model from "@/lib/generated/prisma/client";
import type { DatabaseClient } from "@/lib/server/db";
import { toCoverageNote, toFigure, toSource, toWorkforceSize } from "./claims";
import type { WhichRecords } from "./envelopes";
import { toAction, toDemand, toEvent, toSolidarity, toWorkforce } from "./happenings";
import { toTextsOrNull } from "./moments";

type Stored = Awaited<ReturnType<typeof findRevisions>>[number];
/** The columns of a record as a revision keeps them, with the links that stand in other tables. */
type Snapshot = Record<string, unknown>;
type General = ReadonlyMap<string, boolean>;

/** The history of each of these records that was revised: its versions, oldest first, each with the whole record. */
export async function readRevisions(
  client: DatabaseClient,
  records: WhichRecords,
): Promise<Record<string, RevisionRow[]>> {
  const histories = await readHistories(client, { AND: [records, { revision: { gt: 1 } }] });
  return Object.fromEntries([...histories].map(([id, { versions }]) => [id, versions]));
}

/** Every version of each of these records, oldest first. */
export async function readHistories(
  client: DatabaseClient,
  records: WhichRecords,
): Promise<Map<string, { kind: RecordKind; versions: RevisionRow[] }>> {
  const stored = await findRevisions(client, records);
  const general = await readGeneral(client, stored);
  const histories = new Map<string, { kind: RecordKind; versions: RevisionRow[] }>();
  for (const one of stored) {
    const history = histories.get(one.recordId) ?? { kind: one.record.kind, versions: [] };
    history.versions.push(toRevision(one, general));
    histories.set(one.recordId, history);
  }
  return histories;
}

const revisionColumns = {
  ...{ recordId: true, number: true, recordedAt: true, retracts: true, snapshot: true, reason: true },
} as const;

function findRevisions(client: DatabaseClient, records: WhichRecords) {
  return client.revision.findMany({
    where: { record: records },
    select: {
      ...revisionColumns,
      record: { select: { kind: true, retractedReason: true } },
    },
    orderBy: [{ recordId: "asc" }, { number: "asc" }],
  });
}

export type StoredRecord = {
  waveId: string;
  kind: RecordKind;
  state: "published" | "retracted";
  /** The revision in force; `row` is that of the revision asked for. */
  revision: number;
  row: RecordRow;
};

/** One version of one record of a public wave with what is in force now, or null where there is none. */
export async function readRecordAt(client: DatabaseClient, id: string, number: number): Promise<StoredRecord | null> {
  const found = await client.record.findFirst({
    where: { id, wave: { state: { not: "draft" } } },
    select: {
      ...{ waveId: true, kind: true, state: true, revision: true, retractedReason: true },
      revisions: { where: { number }, select: revisionColumns },
    },
  });
  const [version] = found?.revisions ?? [];
  if (found === null || version === undefined) return null;
  const { waveId, kind, state, revision, retractedReason } = found;
  const stored = { ...version, record: { kind, retractedReason } };
  return { waveId, kind, state, revision, row: toRevision(stored, await readGeneral(client, [stored])).row };
}

/** Whether each action that a figure of the histories counts was a general strike. */
async function readGeneral(client: DatabaseClient, stored: readonly Stored[]): Promise<General> {
  const ids = [...new Set(stored.flatMap(({ snapshot }) => (snapshot as Snapshot).actionId ?? []) as string[])];
  const actions = await client.action.findMany({ where: { id: { in: ids } }, select: { id: true, general: true } });
  return new Map(actions.map((action) => [action.id, action.general]));
}

function toRevision(
  { recordId, number, recordedAt, retracts, snapshot, reason, record }: Stored,
  general: General,
): RevisionRow {
  const columns = revived(snapshot as Snapshot);
  const envelope: Envelope = {
    id: recordId,
    state: retracts ? "retracted" : "published",
    retractedReason: retracts ? record.retractedReason : null,
    revision: number,
    recordedAt: recordedAt.getTime(),
    citations: citationsOf(columns),
  };
  return {
    ...{ number, recordedAt: envelope.recordedAt, retracts, reason: toTextsOrNull(reason) },
    row: ROWS[record.kind](columns, envelope, general),
  };
}

/** A snapshot is written only from a whole row, so its columns are those of its kind's table. */
const ROWS: Record<RecordKind, (columns: Snapshot, envelope: Envelope, general: General) => RecordRow> = {
  figure: (columns, envelope, general) =>
    toFigure(columns as Model.Figure, envelope, general.get(String(columns.actionId)) ?? false),
  action: (columns, envelope) => toAction({ ...(columns as Model.Action), ...linksOf(columns) }, envelope),
  workforce: (columns, envelope) => toWorkforce(columns as Model.Workforce, envelope),
  workforce_size: (columns, envelope) => toWorkforceSize(columns as Model.WorkforceSize, envelope),
  source: (columns, envelope) => toSource(columns as Model.Source, envelope),
  event: (columns, envelope) =>
    toEvent({ ...(columns as Model.Event), demands: listIn<Answer>(columns, "answers").map(toAnswer) }, envelope),
  demand: (columns, envelope) => toDemand(columns as Model.Demand, envelope),
  solidarity: (columns, envelope) => toSolidarity(columns as Model.Solidarity, envelope),
  coverage_note: (columns, envelope) => toCoverageNote(columns as Model.CoverageNote, envelope),
};

type Cited = { source: string } & Partial<CitationRow>;
type Answer = { demand: string; outcome?: unknown };

function listIn<T>(columns: Snapshot, name: string): T[] {
  return (columns[name] ?? []) as T[];
}

function citationsOf(columns: Snapshot): CitationRow[] {
  return listIn<Cited>(columns, "citations").map((one) => ({
    sourceId: one.source,
    words: one.words ?? null,
    wordsLanguage: one.wordsLanguage ?? null,
    reliability: one.reliability ?? null,
    contradicts: one.contradicts ?? false,
  }));
}

/** Links stand in a snapshot as plain ids; an event's answers as the demands they answer. */
function linksOf(columns: Snapshot) {
  return {
    workforces: listIn<string>(columns, "workforces").map((workforceId) => ({ workforceId })),
    demands: listIn<string>(columns, "demands").map((demandId) => ({ demandId })),
  };
}

function toAnswer({ demand, outcome }: Answer) {
  return { demandId: demand, outcome };
}

const INSTANT = /(Earliest|Latest|At|On)$/;

/** Instants and dates stand in JSON as ISO texts. */
function revived(snapshot: Snapshot): Snapshot {
  return Object.fromEntries(
    Object.entries(snapshot).map(([name, value]) => [
      name,
      INSTANT.test(name) && typeof value === "string" ? new Date(value) : value,
    ]),
  );
}
