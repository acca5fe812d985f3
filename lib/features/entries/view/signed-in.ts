/** What is new for whoever is signed in, and, for a moderator, how much waits. */
export type SignedInNews = {
  /** Own entries with something unseen. */
  own: number;
  /** Entries of others whose authors answered. */
  answered: number;
  /** `waitedHours`: of the longest waiting, whole; null when nothing waits. */
  waiting: { total: number; waitedHours: number | null } | null;
};
