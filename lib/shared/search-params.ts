import { isLocale, type Locale } from "./i18n/locales";
import { isCalendarDate } from "./local-time";

/** The query of an address as Next hands it to a page. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/**
 * What a view is narrowed to and through what it is read. Every page, table and file reads the same names; one that has
 * no workforces ignores `workforce`.
 */
export type ListFilter = {
  workforce: string | null;
  employer: string | null;
  region: string | null;
  kind: string | null;
  measure: string | null;
  claimant: string | null;
  /** Local dates, both included. */
  from: string | null;
  to: string | null;
  /** `yes`: a number is known; `no`: no one has reported one. */
  known: "yes" | "no" | null;
  /** How words are read as numbers; null is as Turnout reads them. */
  rule: string | null;
  /** Which stoppages are read; null is every one. */
  threshold: string | null;
  /** The local day by whose end it had to be recorded; null is everything recorded until now. */
  known_on: string | null;
};
export type FilterName = keyof ListFilter;
export const FILTER_NAMES = [
  ...(["workforce", "employer", "region", "kind", "measure", "claimant", "from", "to", "known"] as const),
  ...(["rule", "threshold", "known_on"] as const),
] as const;

/** The names through which a view is read rather than narrowed: links to other views of the same wave carry them on. */
export const LENS_NAMES = ["claimant", "rule", "threshold", "known_on"] as const satisfies readonly FilterName[];

/** Values that say what is so anyway: they are accepted and have no place in an address. */
const BY_DEFAULT: Partial<Record<FilterName, string>> = { rule: "turnout", threshold: "none" };

/** Carries the names of what an address asked for in vain, so that the page can say so without the value itself. */
export const LEFT_OUT = "left_out";

/** The days a list has, with one more on either side: beyond them every date narrows it to the same. */
export type DayRange = {
  first: string;
  last: string;
  /** A later day stands for no limit at all, rather than for the last. */
  beyondIsAll?: boolean;
};

/** The values each name may take in one list; a name left out does not apply there. */
export type FilterChoices = Partial<Record<FilterName, readonly string[] | DayRange>>;

export type ReadFilter = {
  filter: ListFilter;
  /** What was asked for and is none of the list's, here or in the address that led here. The page says so. */
  leftOut: FilterName[];
  /** Those of `leftOut` whose wrong value stands in this very address. */
  wrong: FilterName[];
};

export const NO_FILTER: ListFilter = {
  workforce: null,
  employer: null,
  region: null,
  kind: null,
  measure: null,
  claimant: null,
  from: null,
  to: null,
  known: null,
  rule: null,
  threshold: null,
  known_on: null,
};

/** Unknown names are ignored, since an address may carry anything; a wrong value is left out and its name is kept. */
export function parseListFilter(params: SearchParams, choices: FilterChoices): ReadFilter {
  const filter: Record<FilterName, string | null> = { ...NO_FILTER };
  const names = FILTER_NAMES.filter((name) => choices[name] !== undefined);
  const wrong = names.filter((name) => {
    const value = askedValue(params, name, choices[name]);
    filter[name] = value === null ? null : fitting(value, choices[name] ?? []);
    return value !== null && filter[name] === null;
  });
  // Compared as they were asked for: brought within the range, a beginning and an end long past would be equal.
  const [from, to] = [firstOf(params.from), firstOf(params.to)];
  if (filter.from !== null && filter.to !== null && from !== null && to !== null && from > to) {
    filter.to = null;
    wrong.push("to");
  }
  const before = leftOutNames(params);
  const leftOut = names.filter((name) => wrong.includes(name) || (filter[name] === null && before.includes(name)));
  return { filter: filter as ListFilter, leftOut: leftOut.toSorted(), wrong: wrong.toSorted() };
}

function askedValue(params: SearchParams, name: FilterName, allowed: FilterChoices[FilterName]): string | null {
  const value = firstOf(params[name]);
  if (value === null || value === BY_DEFAULT[name]) return null;
  const isOpen = allowed !== undefined && "first" in allowed && allowed.beyondIsAll === true;
  return isOpen && isCalendarDate(value) && value > allowed.last ? null : value;
}

function fitting(value: string, allowed: readonly string[] | DayRange): string | null {
  if (!("first" in allowed)) return allowed.includes(value) ? value : null;
  if (!isCalendarDate(value)) return null;
  return value < allowed.first ? allowed.first : value > allowed.last ? allowed.last : value;
}

/** The names an address says were left out; any text may stand there. */
export function leftOutNames(params: SearchParams): string[] {
  return firstOf(params[LEFT_OUT])?.split(",") ?? [];
}

/** The filter as a query in a fixed order, empty when nothing is chosen: equal filters have equal addresses. */
export function filterQuery(filter: ListFilter): string {
  return queryOf(Object.fromEntries(FILTER_NAMES.map((name) => [name, filter[name]])));
}

/** An address with what of a query it does not name itself, before its fragment. */
export function withQuery(address: string, query: string): string {
  if (query === "") return address;
  const [, path = "", own = "", fragment = ""] = /^([^?#]*)\??([^#]*)(.*)$/.exec(address) ?? [];
  const named = new URLSearchParams(own);
  const added = [...new URLSearchParams(query)].filter(([name]) => !named.has(name));
  const whole = queryOf(Object.fromEntries([...named, ...added]));
  return `${path}${whole === "" ? "" : `?${whole}`}${fragment}`;
}

/** What has a value, in the order given, as the query of an address. Colons and commas stay readable. */
export function queryOf(values: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== null && value !== "") query.set(name, value);
  return query.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
}

/** A query as a page gets it, each name with its first value. */
export function paramsOf(query: URLSearchParams): SearchParams {
  const first = new Map<string, string>();
  for (const [name, value] of query) if (!first.has(name)) first.set(name, value);
  return Object.fromEntries(first);
}

/** The first value of a name that stands in the address several times; null when absent or empty. */
export function firstOf(value: string | string[] | undefined): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first.trim() === "" ? null : first.trim();
}

/** The language of a file: English when none is named, null when it is none of ours. */
export function fileLocale(params: SearchParams): Locale | null {
  const asked = firstOf(params.locale) ?? "en";
  return isLocale(asked) ? asked : null;
}
