import { isCalendarDate } from "./local-time";

/** The query of an address as Next hands it to a page. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What a list is narrowed to. Every list reads the same names; one that has no workforces ignores `workforce`. */
export type ListFilter = {
  workforce: string | null;
  region: string | null;
  kind: string | null;
  claimant: string | null;
  /** Local dates, both included. */
  from: string | null;
  to: string | null;
  /** `yes`: a number is known; `no`: no one has reported one. */
  known: "yes" | "no" | null;
};
export type FilterName = keyof ListFilter;
export const FILTER_NAMES = ["workforce", "region", "kind", "claimant", "from", "to", "known"] as const;

/** The values each name may take in one list; a name left out does not apply there. */
export type FilterChoices = Partial<Record<FilterName, readonly string[] | "date">>;

/** A value that was left out because it is none of the list's. The page says so. */
export type DroppedValue = { name: FilterName; value: string };

export const NO_FILTER: ListFilter = {
  workforce: null,
  region: null,
  kind: null,
  claimant: null,
  from: null,
  to: null,
  known: null,
};

/** Unknown names are ignored, since an address may carry anything; a wrong value is dropped and named. */
export function parseListFilter(
  params: SearchParams,
  choices: FilterChoices,
): { filter: ListFilter; dropped: DroppedValue[] } {
  const filter: Record<FilterName, string | null> = { ...NO_FILTER };
  const dropped: DroppedValue[] = [];
  for (const name of FILTER_NAMES) {
    const allowed = choices[name];
    const value = firstOf(params[name]);
    if (allowed === undefined || value === null) continue;
    const fits = allowed === "date" ? isCalendarDate(value) : allowed.includes(value);
    if (fits) filter[name] = value;
    else dropped.push({ name, value: value.slice(0, LONGEST_SHOWN) });
  }
  if (filter.from !== null && filter.to !== null && filter.from > filter.to) {
    dropped.push({ name: "to", value: filter.to });
    filter.to = null;
  }
  return { filter: filter as ListFilter, dropped };
}

/** The filter as a query in a fixed order, empty when nothing is chosen: equal filters have equal addresses. */
export function filterQuery(filter: ListFilter): string {
  const query = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = filter[name];
    if (value !== null) query.set(name, value);
  }
  return query.toString();
}

/** The first value of a name that stands in the address several times; null when absent or empty. */
export function firstOf(value: string | string[] | undefined): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first.trim() === "" ? null : first.trim();
}

const LONGEST_SHOWN = 60;
