import type { DatabaseClient } from "@/lib/server/db";
import { db } from "@/lib/server/db";
import type { ColumnFacts } from "./schema/column-facts";
import { isImportKind } from "./schema/fields";
import { type Mapping, mappingSchema, type Remembered } from "./schema/mapping";
import type { RowProblem } from "./schema/row-cells";
import type { BatchLine, BatchRow, Counts, EntryCount, FileRow } from "./view/rows";

const batchColumns = {
  ...{
    id: true,
    waveId: true,
    authorId: true,
    recordKind: true,
    state: true,
    fileName: true,
    encoding: true,
    delimiter: true,
  },
  ...{ header: true, columns: true, mapping: true, failures: true, createdAt: true },
} as const;

type Stored = {
  id: string;
  waveId: string;
  authorId: string;
  recordKind: string;
  state: BatchRow["state"];
  fileName: string;
  encoding: string | null;
  delimiter: string;
  header: string[];
  columns: unknown;
  mapping: unknown;
  failures: number;
  createdAt: Date;
};

function toBatch({ recordKind, delimiter, columns, mapping, createdAt, ...row }: Stored): BatchRow {
  if (!isImportKind(recordKind)) throw new Error(`No file of ${recordKind} can be read.`);
  const read = mappingSchema.safeParse(mapping);
  return {
    ...row,
    kind: recordKind,
    separator: delimiter,
    columns: columns as ColumnFacts[],
    mapping: read.success ? read.data : null,
    createdAt: createdAt.getTime(),
  };
}

/** A file of one's own; null for everybody else's. */
export async function readBatch(id: string, authorId: string, client: DatabaseClient = db()): Promise<BatchRow | null> {
  const row = await client.importBatch.findFirst({ where: { id, authorId }, select: batchColumns });
  return row && toBatch(row);
}

/** Any file, for whoever works on it. */
export async function readAnyBatch(id: string, client: DatabaseClient): Promise<BatchRow> {
  return toBatch(await client.importBatch.findUniqueOrThrow({ where: { id }, select: batchColumns }));
}

/** One's own files, newest first. */
export async function readBatches(authorId: string, atMost = 20): Promise<BatchLine[]> {
  const rows = await db().importBatch.findMany({
    where: { authorId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: atMost,
    select: { id: true, recordKind: true, state: true, fileName: true, createdAt: true },
  });
  return rows.map(({ createdAt, recordKind, ...row }) => ({
    ...row,
    kind: recordKind,
    createdAt: createdAt.getTime(),
  }));
}

/** How many rows of a file have come to what. */
export async function readCounts(batchId: string, client: DatabaseClient = db()): Promise<Counts> {
  const groups = await client.importRow.groupBy({ by: ["outcome"], where: { batchId }, _count: { _all: true } });
  const counts: Counts = { waiting: 0, ready: 0, wrong: 0, sent: 0, double: 0 };
  for (const { outcome, _count } of groups) counts[outcome] = _count._all;
  return counts;
}

/** Where the entries stand that a file has made, in the order in which entries move. */
export async function readEntryCounts(batchId: string): Promise<EntryCount[]> {
  const groups = await db().entry.groupBy({
    ...{ by: ["state"], where: { batchId }, orderBy: { state: "asc" } },
    _count: { _all: true },
  });
  return groups.map(({ state, _count }) => ({ state, count: _count._all }));
}

/** Rows of one outcome in the order of the file, after a row. */
export async function readRows(
  batchId: string,
  { outcome, after, atMost }: { outcome: FileRow["outcome"]; after: number; atMost: number },
  client: DatabaseClient = db(),
): Promise<FileRow[]> {
  const rows = await client.importRow.findMany({
    where: { batchId, outcome, number: { gt: after } },
    orderBy: { number: "asc" },
    take: atMost,
    select: { number: true, cells: true, outcome: true, problems: true, entryId: true },
  });
  return rows.map(({ problems, ...row }) => ({ ...row, problems: (problems ?? []) as RowProblem[] }));
}

/** Rows of a file that are in order or sent, by what they say; of several the one that is still to be sent. */
export async function readRowsByKey(
  batchId: string,
  keys: readonly string[],
): Promise<Map<string, { number: number; isSent: boolean }>> {
  const rows = await db().importRow.findMany({
    where: { batchId, key: { in: [...keys] }, outcome: { in: ["ready", "sent"] } },
    orderBy: [{ outcome: "desc" }, { number: "desc" }],
    select: { number: true, key: true, outcome: true },
  });
  return new Map(rows.map(({ number, key, outcome }) => [key ?? "", { number, isSent: outcome === "sent" }]));
}

/** How the author mapped the last file of this kind, and the last ones of other kinds, newest first. */
export async function readRemembered(
  authorId: string,
  { id, kind }: Pick<BatchRow, "id" | "kind">,
): Promise<{ last: Remembered | null; others: Remembered[] }> {
  const rows = await db().importBatch.findMany({
    where: { authorId, id: { not: id } },
    orderBy: [{ updatedAt: "desc" }],
    take: 20,
    select: { header: true, mapping: true, recordKind: true },
  });
  const said = rows.flatMap(({ header, mapping, recordKind }) => {
    const read = mappingSchema.safeParse(mapping);
    return read.success ? [{ header, mapping: read.data satisfies Mapping, recordKind }] : [];
  });
  return {
    last: said.find(({ recordKind }) => recordKind === kind) ?? null,
    others: said.filter(({ recordKind }) => recordKind !== kind),
  };
}

/** An earlier file of the same bytes for the same wave and kind, to say so. */
export async function readSameFile(batch: BatchRow): Promise<{ id: string; createdAt: number } | null> {
  const own = await db().importBatch.findUnique({ where: { id: batch.id }, select: { fileHash: true } });
  const same = await db().importBatch.findFirst({
    where: {
      ...{ authorId: batch.authorId, waveId: batch.waveId, recordKind: batch.kind, fileHash: own?.fileHash ?? "" },
      ...{ id: { not: batch.id }, createdAt: { lt: new Date(batch.createdAt) } },
    },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true },
  });
  return same && { id: same.id, createdAt: same.createdAt.getTime() };
}
