import type { RecordKind } from "@/lib/domain/id";
import { LISTS } from "@/lib/domain/record-lists";
import type { RecordRow, WaveRecord } from "@/lib/domain/wave-record";
import { NO_ROWS, type Rows } from "@/lib/features/waves/data/rows";
import type { ShelfReading } from "@/lib/server/published/shelf-reading";
import { NEVER_ENDS, type ShelvedRecord } from "@/lib/server/published/shelved-row";

/** What a shelf is asked with; a writing under way is asked in the same way. */
export type Asking = Pick<ShelfReading, "all">;

/** Everything recorded so far. */
export const NOW = NEVER_ENDS - 1;

/** Records picked from the shelf by their ids, each once, in the version that is in force at a moment. */
export class Selection {
  readonly #asking: Asking;
  readonly #at: number;
  readonly #picked = new Map<string, ShelvedRecord | null>();

  constructor(asking: Asking, at: number) {
    this.#asking = asking;
    this.#at = at;
  }

  pick(ids: Iterable<string>): void {
    for (const id of ids) if (!this.#picked.has(id)) this.#picked.set(id, this.#read(id));
  }

  /** What was picked so far. */
  rows(): RecordRow[] {
    return this.#found().map(({ row }) => row);
  }

  /** What was picked so far, and everything that it ever said. */
  everyVersion(): RecordRow[] {
    return this.#found().flatMap(({ row, history }) => [row, ...(history ?? []).map((version) => version.row)]);
  }

  /** What was picked so far of one kind. */
  rowsOf<K extends RecordKind>(kind: K): Rows[(typeof LISTS)[K]][number][] {
    const own = this.#found().filter((one) => one.kind === kind);
    return own.map(({ row }) => row as Rows[(typeof LISTS)[K]][number]);
  }

  #found(): ShelvedRecord[] {
    return [...this.#picked.values()].filter((one) => one !== null);
  }

  /** The record that holds what was picked, in the order of the whole; `digest` speaks of the whole. */
  record(base: WaveRecord, part: NonNullable<WaveRecord["part"]>): WaveRecord {
    const rows: Rows = { ...NO_ROWS, revisions: {} };
    const approvals: WaveRecord["approvals"] = {};
    const picked = this.#found();
    for (const [kind, list] of Object.entries(LISTS)) {
      const own = picked.filter((one) => one.kind === kind).map(({ row }) => row);
      rows[list] = own.toSorted(byNumber) as never;
    }
    for (const { row, history, approvals: own } of picked) {
      if (history !== null && this.#at === NOW) rows.revisions[row.id] = history;
      if (own !== null) approvals[row.id] = own;
    }
    return { ...base, ...rows, approvals, part };
  }

  #read(id: string): ShelvedRecord | null {
    const sql = "SELECT kind, body, history, approvals FROM versions WHERE id = ? AND since <= ? AND ? < until";
    const [found] = this.#asking.all<Kept>(sql, id, this.#at, this.#at);
    if (found === undefined) return null;
    const [history, approvals] = [found.history, found.approvals].map((kept) =>
      kept === null ? null : JSON.parse(kept),
    );
    return { kind: found.kind, row: JSON.parse(found.body), history, approvals };
  }
}

type Kept = { kind: RecordKind; body: string; history: string | null; approvals: string | null };

function byNumber(one: RecordRow, other: RecordRow): number {
  return numberOf(one.id) - numberOf(other.id);
}

function numberOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}

export function idsFrom(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
