import { haveSameNumber, maySayTheSame } from "@/lib/domain/likely-same";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type ReadEntry, typedIn } from "./entry-warnings";

/** A new record that waits for moderators, to be held beside others that do. */
export type WaitingRow = { id: string; handle: string; payload: unknown };
/** One that may say the same as the entry at hand. */
export type WaitingAlike = Pick<WaitingRow, "id" | "handle"> & {
  /** Whether its number is the same; null where either has none. */
  isSameNumber: boolean | null;
};

/**
 * For each entry those that wait and may say the same, never itself. Only moderators may be told of other people's: an
 * author is shown their own alone, by being given no others.
 */
export function waitingAlike(
  entries: readonly { id: string; payload: unknown }[],
  waiting: readonly WaitingRow[],
  records: readonly WaveRecord[],
): Map<string, WaitingAlike[]> {
  // Each is read once: a page of the queue holds fifty beside a few hundred.
  const read = waiting.map((row) => ({ ...row, read: typedIn(row.payload, records) }));
  return new Map(
    entries.map(({ id, payload }) => {
      const own = typedIn(payload, records);
      return [id, own === null ? [] : read.filter((row) => row.id !== id).flatMap((row) => alikeTo(own, row))];
    }),
  );
}

function alikeTo(own: ReadEntry, { id, handle, read }: WaitingRow & { read: ReadEntry | null }): WaitingAlike[] {
  if (read?.record !== own.record) return [];
  const [mine, theirs] = [own.typed.sketch, read.typed.sketch];
  return maySayTheSame(mine, theirs) ? [{ id, handle, isSameNumber: haveSameNumber(mine, theirs) }] : [];
}
