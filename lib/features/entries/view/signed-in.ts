/** What is new for whoever is signed in, and, for a moderator, how much waits. */
export type SignedInNews = {
  /** Own entries with something unseen. */
  own: number;
  /** Entries of others whose authors answered. */
  answered: number;
  /**
   * `waitedHours`: of the longest waiting, whole; null when nothing waits. `toConfirm`: take-downs by others, public
   * again after three days unless somebody confirms them.
   */
  waiting: { total: number; waitedHours: number | null; toConfirm: number } | null;
};

/** For pages that an outbox keeps on a device: the way to the others, and nothing that depends on who is signed in. */
export const NOTHING_TOLD: SignedInNews = { own: 0, answered: 0, waiting: null };
