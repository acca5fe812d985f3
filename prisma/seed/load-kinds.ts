import { createHash } from "node:crypto";
import { parseRecordId, type RecordKind } from "@/lib/domain/id";
import { Prisma } from "@/lib/generated/prisma/client";
import { canonicalJson } from "@/lib/server/audit";
import type { Transaction } from "@/lib/server/transaction";
import * as rows from "./load-rows";
import type { FileCitation, FileMoment, FileSource, FileWave } from "./record/format";
import type { RecordFiles } from "./record-files";
import { endOfDay, instantsOf } from "./record-times";

export type LoadedRecord = {
  id: string;
  number: number;
  /** Hash of what the file says, whatever the order of its keys and however much it leaves to defaults. */
  hash: string;
  citations: FileCitation[];
  workforces: string[];
  demands: string[];
  answers: { demand: string; outcome: Prisma.InputJsonValue | null }[];
  /** The row's columns with instants as ISO texts, its citations and its links. */
  snapshot: Prisma.InputJsonObject;
  validFrom: Date | null;
  validTo: Date | null;
  recordedAt: Date;
};

/** The records of one kind, and how they are written. */
export type KindLoad = {
  kind: RecordKind;
  records: LoadedRecord[];
  insert(tx: Transaction, ids: ReadonlySet<string>): Promise<unknown>;
  update(tx: Transaction, id: string): Promise<unknown>;
};

/** `tells` are later times the record speaks of: nobody knew of them before. */
type Valid = { from: FileMoment | null; to: FileMoment | null; tells?: (string | undefined | null)[] };
type FileRecord = { id: string; recordedOn: string | null; citations?: FileCitation[] };
type Writing<F, R> = {
  row: (file: F) => R;
  valid: (file: F) => Valid;
  insert: (tx: Transaction, rows: R[]) => Promise<unknown>;
  update: (tx: Transaction, row: R) => Promise<unknown>;
};

const timeless = (): Valid => ({ from: null, to: null });

/** Every kind, in an order in which nothing is written before what it points to. */
export function kindLoads(files: RecordFiles): KindLoad[] {
  const kindLoad = kindLoadOf(files);
  return [
    kindLoad("source", files.sources, {
      row: rows.sourceRow,
      valid: timeless,
      insert: (tx, data) => tx.source.createMany({ data }),
      update: (tx, data) => tx.source.update({ where: { id: data.id }, data }),
    }),
    kindLoad("workforce", files.workforces, {
      row: rows.workforceRow,
      valid: timeless,
      insert: (tx, data) => tx.workforce.createMany({ data }),
      update: (tx, data) => tx.workforce.update({ where: { id: data.id }, data }),
    }),
    kindLoad("workforce_size", files.workforceSizes, {
      row: rows.workforceSizeRow,
      valid: ({ asOf }) => ({ from: asOf, to: asOf }),
      insert: (tx, data) => tx.workforceSize.createMany({ data }),
      update: (tx, data) => tx.workforceSize.update({ where: { id: data.id }, data }),
    }),
    kindLoad("demand", files.demands, {
      row: rows.demandRow,
      valid: ({ raised }) => ({ from: raised, to: null }),
      insert: (tx, data) => tx.demand.createMany({ data }),
      update: (tx, data) => tx.demand.update({ where: { id: data.id }, data }),
    }),
    ...happenings(files),
  ];
}

function happenings(files: RecordFiles): KindLoad[] {
  const kindLoad = kindLoadOf(files);
  return [
    kindLoad("action", files.actions, {
      row: rows.actionRow,
      valid: ({ start, end, lastKnownAt }) => ({ from: start, to: end, tells: [end?.from, lastKnownAt] }),
      insert: (tx, data) => tx.action.createMany({ data }),
      update: (tx, data) => tx.action.update({ where: { id: data.id }, data }),
    }),
    kindLoad("event", files.events, {
      row: rows.eventRow,
      valid: ({ start, end }) => ({ from: start, to: end }),
      insert: (tx, data) => tx.event.createMany({ data }),
      update: (tx, data) => tx.event.update({ where: { id: data.id }, data }),
    }),
    kindLoad("figure", files.figures, {
      row: rows.figureRow,
      valid: ({ asOf }) => ({ from: asOf, to: asOf }),
      insert: (tx, data) => tx.figure.createMany({ data }),
      update: (tx, data) => tx.figure.update({ where: { id: data.id }, data }),
    }),
    kindLoad("solidarity", files.solidarity, {
      row: rows.solidarityRow,
      valid: ({ given }) => ({ from: given, to: given }),
      insert: (tx, data) => tx.solidarity.createMany({ data }),
      update: (tx, data) => tx.solidarity.update({ where: { id: data.id }, data }),
    }),
    kindLoad("coverage_note", files.coverageNotes, {
      row: rows.coverageNoteRow,
      valid: ({ start, end }) => ({ from: start, to: end }),
      insert: (tx, data) => tx.coverageNote.createMany({ data }),
      update: (tx, data) => tx.coverageNote.update({ where: { id: data.id }, data }),
    }),
  ];
}

function kindLoadOf(files: RecordFiles) {
  const published = new Map(files.sources.map((source) => [source.id, source.publishedOn]));
  return <F extends FileRecord, R extends { id: string }>(
    kind: RecordKind,
    from: F[],
    writing: Writing<F, R>,
  ): KindLoad => {
    const table = new Map(from.map((file) => [file.id, writing.row(file)]));
    return {
      kind,
      records: from.map((file) => {
        const row = writing.row(file);
        return loadedRecord(file, row, writing.valid(file), { wave: files.wave, published });
      }),
      insert: (tx, ids) =>
        writing.insert(
          tx,
          [...table.values()].filter((row) => ids.has(row.id)),
        ),
      update: async (tx, id) => {
        const row = table.get(id);
        if (row !== undefined) await writing.update(tx, row);
      },
    };
  };
}

type Publishing = { wave: FileWave; published: Map<string, string | null> };

function loadedRecord(file: FileRecord, row: object, valid: Valid, publishing: Publishing): LoadedRecord {
  const { from, to } = valid;
  const links = file as { workforces?: string[]; demands?: string[]; answers?: LoadedRecord["answers"] };
  const { citations = [] } = file;
  const { workforces = [], demands = [], answers = [] } = links;
  return {
    id: file.id,
    number: parseRecordId(file.id)?.number ?? 0,
    hash: createHash("sha256")
      .update(canonicalJson(withoutDefaults(file)))
      .digest("hex"),
    ...{ citations, workforces, demands, answers },
    snapshot: { ...plainRow(row), citations, workforces, demands, answers },
    validFrom: from === null ? null : instantsOf(from).earliest,
    validTo: to === null ? null : instantsOf(to).latest,
    recordedAt: recordedAt(file, valid, publishing),
  };
}

/**
 * When the record became known: the end of the day its first dated source came out, but never before what it speaks
 * of. Where no source is dated: the end of the day after the wave, for then the whole of it had been told.
 */
function recordedAt(file: FileRecord, { from, tells = [] }: Valid, { wave, published }: Publishing): Date {
  const spokenOf = [from?.from, ...tells].map((time) => new Date(time ?? 0).getTime());
  const begins = new Date(Math.max(...spokenOf));
  const ownDay = file.recordedOn ?? (file as Partial<FileSource>).publishedOn ?? null;
  const citedDays = (file.citations ?? [])
    .filter(({ contradicts }) => !contradicts)
    .map(({ source }) => published.get(source) ?? null);
  const known = (ownDay === null ? citedDays : [ownDay])
    .filter((day) => day !== null)
    .map((day) => endOfDay(day, wave.timeZone))
    .filter((instant) => instant >= begins)
    .sort((a, b) => a.getTime() - b.getTime());
  const dayAfter = new Date(endOfDay(wave.lastDay, wave.timeZone).getTime() + 86_400_000);
  const told = from === null ? dayAfter : instantsOf(from).latest;
  return known[0] ?? (told > dayAfter ? told : dayAfter);
}

function plainRow(row: object): Prisma.InputJsonObject {
  const plain = (value: unknown) =>
    value === Prisma.DbNull ? null : value instanceof Date ? value.toISOString() : value;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])) as Prisma.InputJsonObject;
}

/** A default written out says the same as one left out, so both have one hash. */
function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (value === null || typeof value !== "object") return value;
  const said = Object.entries(value).filter(
    ([, inner]) => inner !== null && inner !== false && !(Array.isArray(inner) && inner.length === 0),
  );
  return Object.fromEntries(said.map(([name, inner]) => [name, withoutDefaults(inner)]));
}
