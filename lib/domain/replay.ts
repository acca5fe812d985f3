import type { Epoch } from "./moment";

/** One published version of one record. `recordedAt` is record time: when it became known, not what it speaks of. */
export type RevisionOf<T> = { recordId: string; number: number; recordedAt: Epoch; retracts: boolean; snapshot: T };

/**
 * The version of every record in force as known at record time `at`, in the order records first appear. A revision
 * recorded exactly at `at` is known. Of the known ones the highest number counts, since clocks may step back and
 * numbers do not. A retracted record stays in the answer with `retracts` true: a tombstone, not a gap.
 */
export function asKnownAt<T>(revisions: readonly RevisionOf<T>[], at: Epoch): RevisionOf<T>[] {
  const inForce = new Map<string, RevisionOf<T>>();
  for (const revision of revisions) {
    if (revision.recordedAt > at) continue;
    const current = inForce.get(revision.recordId);
    if (current === undefined || revision.number > current.number) inForce.set(revision.recordId, revision);
  }
  return [...inForce.values()];
}

/** As `asKnownAt`, without the tombstones: what numbers are computed from. */
export function countedAt<T>(revisions: readonly RevisionOf<T>[], at: Epoch): RevisionOf<T>[] {
  return asKnownAt(revisions, at).filter((revision) => !revision.retracts);
}
