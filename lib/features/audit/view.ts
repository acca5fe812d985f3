import type { LogFilter } from "./schema";

/** One line of the log as it is shown. */
export type AuditRow = {
  seq: number;
  /** When, in ms. */
  at: number;
  /** Nobody's act but Turnout's own. */
  isSystem: boolean;
  /** Null for the system, and for an account that is no more. */
  actorHandle: string | null;
  verb: string;
  objectType: string;
  objectId: string;
  hash: string;
};
export type AuditPage = {
  rows: AuditRow[];
  page: number;
  pages: number;
  /** How many lines the filter leaves, and how many there are. */
  total: number;
  all: number;
  /** Everything that was ever done here, for the choice of what to look for. */
  verbs: string[];
};

const NAMES = ["who", "what", "on", "from", "to"] as const;

/** The query of a page of the log under a filter; empty names are left out. */
export function logQuery(filter: LogFilter, page: number): string {
  const query = new URLSearchParams(NAMES.flatMap((name) => (filter[name] === "" ? [] : [[name, filter[name]]])));
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "" : `?${query}`;
}

/** Kinds first, each followed by what was done to it: `entry`, `entry.approve`, `entry.reject`. */
export function verbChoices(verbs: readonly string[]): string[] {
  const nouns = verbs.map((verb) => verb.split(".")[0] ?? verb);
  return [...new Set([...nouns, ...verbs])].toSorted();
}

export function isNarrowed(filter: LogFilter): boolean {
  return NAMES.some((name) => filter[name] !== "");
}
