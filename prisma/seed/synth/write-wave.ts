import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";
import { CLAIMS } from "./claims";
import { HAPPENINGS } from "./happenings";
import { iso, type MadeRecord, type Maker, type Sizes, type Synthesis, synthesisOf, WAVE_CODE } from "./synthetic-wave";

type Row = Readonly<Record<string, unknown>>;
type Table = { name: string; rows(record: MadeRecord): Row[] };

const WAVE_ID = WAVE_CODE.toLowerCase();
const LINES_AT_ONCE = 500;

/** Every kind with its table, in an order in which nothing is written before what it points to. */
const KINDS: readonly [table: string, maker: Maker][] = [
  ["sources", CLAIMS.source],
  ["workforces", HAPPENINGS.workforce],
  ["workforce_sizes", CLAIMS.workforceSize],
  ["demands", HAPPENINGS.demand],
  ["actions", HAPPENINGS.action],
  ["events", HAPPENINGS.event],
  ["solidarities", HAPPENINGS.solidarity],
  ["coverage_notes", HAPPENINGS.coverageNote],
  ["figures", CLAIMS.figure],
];

/** Writes every record of a made-up wave by COPY, in the transaction given. Returns how many there are. */
export async function writeRecords(sql: postgres.TransactionSql, sizes: Sizes): Promise<number> {
  const of = synthesisOf(sizes);
  let records = 0;
  for (const [, maker] of KINDS) {
    await copyTable(sql, recordsTable(maker), { maker, of });
    const last = maker.count(sizes);
    records += last;
    await sql`INSERT INTO record_counters (wave_id, kind, last) VALUES (${WAVE_ID}, ${maker.kind}, ${last})`;
  }
  for (const [name, maker] of KINDS) {
    await copyTable(sql, { name, rows: ({ columns }) => [columns] }, { maker, of });
    for (const table of LINKS) await copyTable(sql, table, { maker, of });
  }
  await sql`ANALYZE`;
  return records;
}

function recordsTable({ kind }: Maker): Table {
  return {
    name: "records",
    rows: ({ id, number, earlier, retractedReason }) => [
      {
        ...{ id, waveId: WAVE_ID, kind, number, state: retractedReason === null ? "published" : "retracted" },
        ...{ revision: earlier === null ? 1 : 2, retractedReason },
      },
    ],
  };
}

const LINKS: readonly Table[] = [
  {
    name: "citations",
    rows: ({ id, sources }) => sources.map((sourceId) => ({ recordId: id, sourceId, words: null, reliability: "b" })),
  },
  {
    name: "action_workforces",
    rows: ({ id, workforces }) => workforces.map((workforceId) => ({ actionId: id, workforceId })),
  },
  { name: "action_demands", rows: ({ id, demands }) => demands.map((demandId) => ({ actionId: id, demandId })) },
  { name: "revisions", rows: revisionRows },
];

function revisionRows({ id, columns, earlier, recordedAt, retractedReason, ...links }: MadeRecord): Row[] {
  const { sources, workforces, demands } = links;
  const citations = sources.map((source) => ({ source, reliability: "b" }));
  const row = (number: number, of: Row, known: number) => ({
    ...{ recordId: id, number, snapshot: { ...of, citations, workforces, demands } },
    ...{ recordedAt: iso(known), retracts: number === 2 && retractedReason !== null },
  });
  const latest = row(earlier === null ? 1 : 2, columns, recordedAt);
  return earlier === null ? [latest] : [row(1, earlier.columns, earlier.recordedAt), latest];
}

type Making = { maker: Maker; of: Synthesis };

async function copyTable(sql: postgres.TransactionSql, table: Table, { maker, of }: Making): Promise<void> {
  const first = firstRow(table, { maker, of });
  if (first === null) return;
  const names = Object.keys(first);
  const columns = names.map(inSnakeCase).join(", ");
  const copy = await sql.unsafe(`COPY ${table.name} (${columns}) FROM STDIN`).writable();
  await pipeline(Readable.from(linesOf(table, { maker, of }, names)), copy);
}

function firstRow(table: Table, { maker, of }: Making): Row | null {
  const tried = Math.min(maker.count(of.sizes), 10);
  for (let index = 0; index < tried; index += 1) {
    const [row] = table.rows(maker.make(index, of));
    if (row) return row;
  }
  return null;
}

function* linesOf(table: Table, { maker, of }: Making, names: readonly string[]): Generator<string> {
  const count = maker.count(of.sizes);
  let lines: string[] = [];
  for (let index = 0; index < count; index += 1) {
    for (const row of table.rows(maker.make(index, of)))
      lines.push(`${names.map((name) => field(row[name])).join("\t")}\n`);
    if (lines.length < LINES_AT_ONCE) continue;
    yield lines.join("");
    lines = [];
  }
  yield lines.join("");
}

/** A value as COPY's text format has it; an array of texts is empty in everything made here. */
function field(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (Array.isArray(value)) return "{}";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}

function inSnakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
