import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { parseRecordId } from "@/lib/domain/id";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { CACHE_KB, CREATE_INDEXES, DROP_INDEXES, openTables } from "./shelf-tables";
import { keysOf, type ShelvedRecord, versionsOf } from "./shelved-row";

type Value = SQLInputValue;

/** Indexes over a million rows are made in memory, not by reading the file again and again. */
const COPYING_CACHE_KB = 400_000;

/**
 * The local copy of waves too large to be held in memory: every version of every record, found by what pages ask for.
 * Reading sees the last whole writing; one writing may be under way at a time.
 */
export class Shelf {
  readonly #reading: DatabaseSync;
  readonly #writing: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(folder: string) {
    const { reading, writing } = openTables(folder);
    this.#reading = reading;
    this.#writing = writing;
  }

  close(): void {
    this.#reading.close();
    this.#writing.close();
  }

  /** Of which publication of its wave the copy is; null when there is none. */
  publicationOf(waveId: string): { version: number; publishedAt: number } | null {
    const sql = "SELECT version, published_at AS publishedAt FROM waves WHERE id = ?";
    return this.all<{ version: number; publishedAt: number }>(sql, waveId)[0] ?? null;
  }

  all<T>(sql: string, ...values: Value[]): T[] {
    return this.#statement("reading", sql).all(...values) as T[];
  }

  /** Begins a writing, which nobody sees before its end, and nobody ever if it is given up. */
  begin(): ShelfWriting {
    this.#writing.exec("BEGIN IMMEDIATE");
    const run = (sql: string, ...values: Value[]) => this.#statement("writing", sql).run(...values);
    const all = <T>(sql: string, ...values: Value[]) => this.#statement("writing", sql).all(...values) as T[];
    return {
      ...{ run, all },
      commit: () => this.#end("COMMIT"),
      giveUp: () => this.#end("ROLLBACK"),
      put: (waveId, record) => {
        run("DELETE FROM versions WHERE id = ?", record.row.id);
        putRecord(run, waveId, record);
      },
      replace: async (waveId, putAll) => {
        clear(run, all, waveId);
        this.#writing.exec(`${DROP_INDEXES} PRAGMA cache_size = -${COPYING_CACHE_KB}`);
        await putAll((record) => putRecord(run, waveId, record));
        this.#writing.exec(CREATE_INDEXES);
      },
      setPublication: (record) =>
        void run(
          "INSERT OR REPLACE INTO waves VALUES (?, ?, ?)",
          ...[record.wave.id, record.version, record.publishedAt],
        ),
    };
  }

  #end(how: "COMMIT" | "ROLLBACK"): void {
    this.#writing.exec(`${how}; PRAGMA cache_size = -${CACHE_KB}; PRAGMA shrink_memory`);
  }

  #statement(which: "reading" | "writing", sql: string): StatementSync {
    const key = `${which} ${sql}`;
    const made = this.#statements.get(key) ?? (which === "reading" ? this.#reading : this.#writing).prepare(sql);
    this.#statements.set(key, made);
    return made;
  }
}

type Run = (sql: string, ...values: Value[]) => unknown;
type All = <T>(sql: string, ...values: Value[]) => T[];
/** What can be done to the shelf within one writing. */
export type ShelfWriting = {
  run: Run;
  all: All;
  commit(): void;
  giveUp(): void;
  /** Puts a record there, in place of whatever stood there of it. */
  put(waveId: string, record: ShelvedRecord): void;
  /** Forgets a wave and puts all of its records there. */
  replace(waveId: string, putAll: (put: (record: ShelvedRecord) => void) => Promise<void>): Promise<void>;
  /** Of which publication of its wave the copy is. */
  setPublication(record: WaveRecord): void;
};

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
  for (const { row, since, until } of versionsOf(record)) {
    const { links, ...keys } = keysOf(record.kind, row);
    run(
      "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ...[waveId, id, record.kind, number, since, until, keys.about, keys.workforce],
      ...[keys.slug, keys.measure, keys.marks, JSON.stringify(row)],
      record.history === null ? null : JSON.stringify(record.history),
    );
    for (const link of links) run("INSERT OR IGNORE INTO links VALUES (?, ?)", link, id);
  }
}
