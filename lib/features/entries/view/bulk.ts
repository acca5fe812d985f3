import { BULK_VERBS, type BulkVerb } from "@/lib/domain/bulk";
import { ENTRY_TRANSITIONS, type EntryState } from "@/lib/domain/entry";
import type { Epoch } from "@/lib/domain/moment";
import type { SearchParams } from "@/lib/shared/search-params";

/** How one entry ended: exactly as foreseen, or not at all. */
type BulkOutcome = "decided" | "untouched";
export type BulkState = "prepared" | "running" | "stopped" | "done";
/** Entries of a bulk decision that are foreseen and ended alike. */
export type BulkTally = {
  foresees: EntryState | null;
  outcome: BulkOutcome | null;
  because: string | null;
  count: number;
};
export type BulkRow = {
  id: string;
  moderatorId: string;
  moderatorHandle: string;
  verb: BulkVerb;
  reason: string | null;
  filter: string;
  matched: number;
  state: BulkState;
  createdAt: Epoch;
  tally: BulkTally[];
};
export type BulkItemRow = Omit<BulkTally, "count"> & { entryId: string; entryVersion: number };

/** A part of the entries, as their columns say it. */
export type BulkPart = Partial<Pick<BulkTally, "foresees" | "outcome" | "because">>;
/** A line of the preview or of the report: how many, and the name of the part in the address. */
export type BulkLine = { key: string; count: number; to: EntryState | null; because: string | null };

export type BulkView = Omit<BulkRow, "tally"> & {
  total: number;
  /** What will be decided, by where it leads, and has not been yet. */
  left: BulkLine[];
  decided: BulkLine[];
  /** Left as they are: never to be decided, or found so when their turn came. */
  untouched: BulkLine[];
  leftCount: number;
  decidedCount: number;
  untouchedCount: number;
};

/** What a bulk decision will do, what it did and what it left alone, each entry counted once. */
export function bulkView({ tally, ...row }: BulkRow): BulkView {
  const left = linesOf(tally, null);
  const decided = linesOf(tally, "decided");
  const untouched = linesOf(tally, "untouched");
  return {
    ...row,
    ...{ left, decided, untouched },
    total: sum(tally),
    leftCount: sum(left),
    decidedCount: sum(decided),
    untouchedCount: sum(untouched),
  };
}

/** What can be decided about entries of a state of the queue; about what waits, whatever fits either half of it. */
export function bulkVerbsOf(state: EntryState | "waiting"): BulkVerb[] {
  const states: EntryState[] = state === "waiting" ? ["submitted", "approved_once"] : [state];
  return BULK_VERBS.filter((verb) =>
    ENTRY_TRANSITIONS[verb].from.some((from) => from !== null && states.includes(from)),
  );
}

function linesOf(tally: readonly BulkTally[], outcome: BulkOutcome | null): BulkLine[] {
  const lines = new Map<string, BulkLine>();
  for (const { foresees, because, count, outcome: ended } of tally) {
    if (ended !== outcome) continue;
    const name = outcome === "untouched" ? because : foresees;
    const key = `${outcome ?? "left"}.${name}`;
    const before = lines.get(key)?.count ?? 0;
    const isUntouched = outcome === "untouched";
    lines.set(key, {
      ...{ key, count: before + count },
      ...{ to: isUntouched ? null : foresees, because: isUntouched ? because : null },
    });
  }
  return [...lines.values()].toSorted((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

function sum(parts: readonly { count: number }[]): number {
  return parts.reduce((total, { count }) => total + count, 0);
}

/** The part that an address asks for by the key of its line; null for all of them. */
export function askedPart({ tally }: BulkRow, { part }: SearchParams): { key: string; part: BulkPart } | null {
  const view = bulkView({ tally } as BulkRow);
  const line = [...view.left, ...view.decided, ...view.untouched].find(({ key }) => key === part);
  if (line === undefined) return null;
  const outcome = line.key.startsWith("left.") ? null : line.key.startsWith("decided.") ? "decided" : "untouched";
  const named = outcome === "untouched" ? { because: line.because } : { foresees: line.to };
  return { key: line.key, part: { outcome, ...named } };
}
