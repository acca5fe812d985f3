import type { Texts } from "@/lib/domain/wave-record";
import type { LogFilter } from "./schema";

/** What a line is about; a path is that of its page within a language. */
export type LogObject = {
  /** As it is written, or by language. */
  name?: string | Texts;
  /** The entry it is, or belongs to. */
  entryId?: string;
  path?: string;
};

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
  /** Null where nothing of it is known any more, or whoever reads may not see it. */
  object: LogObject | null;
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

/** What was done, by what it was done to: `entry` with `entry.approve` and `entry.reject`. */
export function verbChoices(verbs: readonly string[]): { noun: string; verbs: string[] }[] {
  const byNoun = Map.groupBy(verbs.toSorted(), (verb) => verb.split(".")[0] ?? verb);
  return [...byNoun].map(([noun, own]) => ({ noun, verbs: own }));
}

export function isNarrowed(filter: LogFilter): boolean {
  return NAMES.some((name) => filter[name] !== "");
}

/** Who may follow which lines: entries are read by moderators, accounts by those who know who invited whom. */
export type LogRights = { entries: boolean; people: boolean };

/** What whoever reads the log may know by name; a file is called what its contributor called it. */
const NAMED: readonly string[] = ["account", "record", "wave"];

/** The line for somebody of these rights: where they may not go it does not lead, and names only what is in `NAMED`. */
export function withinRights(row: AuditRow, may: LogRights): AuditRow {
  const isOpen =
    row.object?.path?.startsWith("/moderate") !== true || (row.objectType === "account" ? may.people : may.entries);
  if (isOpen) return row;
  const name = NAMED.includes(row.objectType) ? row.object?.name : undefined;
  return { ...row, object: name === undefined ? null : { name } };
}
