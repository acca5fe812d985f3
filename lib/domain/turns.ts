import type { Epoch } from "./moment";

/** What waits: whose it is, and since when. */
export type Waiting = { id: string; authorId: string; submittedAt: Epoch };

/**
 * The order in which moderators are shown what waits: everybody's first, then everybody's second, and so on; within a
 * turn and within an author the longest waiting comes first. Whoever sends a thousand entries puts nobody further back
 * than one place. Equal times are ordered by id, so that the order is the same whoever asks.
 */
export function takeTurns<T extends Waiting>(waiting: readonly T[]): T[] {
  const given = new Map<string, number>();
  const withTurns = waiting.toSorted(byWaiting).map((entry) => {
    const turn = given.get(entry.authorId) ?? 0;
    given.set(entry.authorId, turn + 1);
    return { entry, turn };
  });
  // Sorting keeps the order of equals, which is by waiting already.
  return withTurns.toSorted((one, other) => one.turn - other.turn).map(({ entry }) => entry);
}

function byWaiting(one: Waiting, other: Waiting): number {
  if (one.submittedAt !== other.submittedAt) return one.submittedAt - other.submittedAt;
  return one.id < other.id ? -1 : 1;
}
