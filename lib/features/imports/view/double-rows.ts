import type { EntryState } from "@/lib/domain/entry";

/** Rows that become no entry of their own, because another row of the file or an entry from before says the same. */
export type DoubleRows = {
  /** How many say what another row of the file says. */
  repeated: number;
  /** The first of them, those of one row or entry together. */
  lines: DoubleLine[];
  /** How many rows no line tells of. */
  more: number;
};

export type DoubleLine = {
  rows: number[];
  count: number;
  /** The row of the file that says it too. */
  sameAs: number | null;
  entry: { id: string; state: EntryState } | null;
};
