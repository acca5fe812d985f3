import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";

/** Of which publication of its wave a copy is. */
export type CopyOf = { version: number; publishedAt: number };

/** Values that a question to the tables leaves open. */
export type Value = SQLInputValue;

/** The numbers SQLite has for a file that is damaged, or is none of its own. */
const DAMAGED = new Set([11, 26]);

export function isDamage(problem: unknown): boolean {
  return DAMAGED.has((problem as { errcode?: number } | null)?.errcode ?? 0);
}

/** Asks, and tells of damage before it fails of it. */
export function watching<T>(onDamage: (problem: unknown) => void, ask: () => T): T {
  try {
    return ask();
  } catch (problem) {
    if (isDamage(problem)) onDamage(problem);
    throw problem;
  }
}

/** A connection that reads the shelf: the last whole writing, or, once held, the one that was the last then. */
export class ShelfReading {
  readonly #tables: DatabaseSync;
  readonly #onDamage: (problem: unknown) => void;
  readonly #statements = new Map<string, StatementSync>();

  constructor(tables: DatabaseSync, onDamage: (problem: unknown) => void) {
    this.#tables = tables;
    this.#onDamage = onDamage;
  }

  all<T>(sql: string, ...values: Value[]): T[] {
    return watching(this.#onDamage, () => {
      const made = this.#statements.get(sql) ?? this.#tables.prepare(sql);
      this.#statements.set(sql, made);
      return made.all(...values) as T[];
    });
  }

  publicationOf(waveId: string): CopyOf | null {
    const sql = "SELECT version, published_at AS publishedAt FROM waves WHERE id = ?";
    return this.all<CopyOf>(sql, waveId)[0] ?? null;
  }

  /** From now on it reads what it would read now, whatever is written. */
  hold(): void {
    watching(this.#onDamage, () => this.#tables.exec("BEGIN; SELECT count(*) FROM waves"));
  }

  release(): void {
    if (this.#tables.isTransaction) this.#tables.exec("ROLLBACK");
  }

  close(): void {
    this.#statements.clear();
    if (this.#tables.isOpen) this.#tables.close();
  }
}
