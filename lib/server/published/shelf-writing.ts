import type { DatabaseSync, StatementSync } from "node:sqlite";
import { setImmediate as nextTurn } from "node:timers/promises";
import { parseRecordId } from "@/lib/domain/id";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type Value, watching } from "./shelf-reading";
import { CREATE_INDEXES, DROP_INDEXES } from "./shelf-tables";
import { keysOf, type ShelvedRecord, versionsOf } from "./shelved-row";

/** Indexes over a million rows are made in memory, not by reading the file again and again. */
const COPYING_CACHE_KB = 400_000;

type Run = (sql: string, ...values: Value[]) => unknown;
type All = <T>(sql: string, ...values: Value[]) => T[];
type Ends = { commit(): void; giveUp(): void };
type Watched = Ends & { onDamage(problem: unknown): void };

/** What can be done to the shelf within one writing. */
export type ShelfWriting = Ends & {
  run: Run;
  all: All;
  /** Puts a record there, in place of whatever stood there of it. */
  put(waveId: string, record: ShelvedRecord): void;
  /**
   * Forgets a wave and puts all of its records there. What finds them is made by `index`, after the database was read:
   * that takes longer than a database waits for whoever reads it.
   */
  replace(waveId: string, putAll: (put: (record: ShelvedRecord) => void) => Promise<void>): Promise<void>;
  /** Makes what finds records where a wave was replaced; nothing where it is there. */
  index(): Promise<void>;
  /** Of which publication of its wave the copy is. */
  setPublication(record: WaveRecord): void;
};

/** A writing on tables on which it was begun. */
export function writingOn(tables: DatabaseSync, { onDamage, ...ends }: Watched): ShelfWriting {
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string) => {
    const made = statements.get(sql) ?? tables.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  const run: Run = (sql, ...values) => watching(onDamage, () => prepared(sql).run(...values));
  const all: All = <T>(sql: string, ...values: Value[]) =>
    watching(onDamage, () => prepared(sql).all(...values) as T[]);
  const exec = (sql: string) => watching(onDamage, () => tables.exec(sql));
  let isBare = false;
  const makeIndexes = () => {
    const missing = isBare ? CREATE_INDEXES : [];
    isBare = false;
    return missing;
  };
  return {
    ...{ ...ends, run, all },
    put: (waveId, record) => {
      // Another wave was replaced in the same writing.
      for (const sql of makeIndexes()) exec(sql);
      run("DELETE FROM versions WHERE id = ?", record.row.id);
      putRecord(run, waveId, record);
    },
    replace: async (waveId, putAll) => {
      clear(run, all, waveId);
      if (!isBare) exec(`${DROP_INDEXES} PRAGMA cache_size = -${COPYING_CACHE_KB}`);
      isBare = true;
      await putAll((record) => putRecord(run, waveId, record));
    },
    index: async () => {
      for (const sql of makeIndexes()) {
        exec(sql);
        await nextTurn();
      }
    },
    setPublication: ({ wave, version, publishedAt }) =>
      void run("INSERT OR REPLACE INTO waves VALUES (?, ?, ?)", wave.id, version, publishedAt),
  };
}

function clear(run: Run, all: All, waveId: string): void {
  const [any] = all<{ id: string }>("SELECT id FROM versions WHERE wave = ? LIMIT 1", waveId);
  const code = parseRecordId(any?.id ?? "")?.waveCode;
  if (code) run("DELETE FROM links WHERE from_id >= ? AND from_id < ?", `${code}-`, `${code}.`);
  for (const table of ["versions", "crowds", "sizes", "maps", "digests"])
    run(`DELETE FROM ${table} WHERE wave = ?`, waveId);
  run("DELETE FROM waves WHERE id = ?", waveId);
}

function putRecord(run: Run, waveId: string, record: ShelvedRecord): void {
  const { id } = record.row;
  const number = parseRecordId(id)?.number ?? 0;
  for (const { row, since, until, marks } of versionsOf(record)) {
    const { links, ...keys } = keysOf(record.kind, row);
    run(
      "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ...[waveId, id, record.kind, number, since, until, keys.about, keys.workforce, keys.region],
      ...[keys.slug, keys.measure, keys.marks | marks, JSON.stringify(row)],
      ...[record.history, record.approvals].map((kept) => (kept === null ? null : JSON.stringify(kept))),
    );
    for (const link of links) run("INSERT OR IGNORE INTO links VALUES (?, ?)", link, id);
  }
}
