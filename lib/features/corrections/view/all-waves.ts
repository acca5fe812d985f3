import { choicesOf, matchesFilter } from "@/lib/features/waves/view/facets";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import {
  type DayRange,
  type FilterChoices,
  filterQuery,
  type ListFilter,
  parseListFilter,
  type ReadFilter,
  type SearchParams,
} from "@/lib/shared/search-params";
import { type Correction, correctionsView } from "../view";

/** One correction with the wave it belongs to. */
export type CorrectionOfWave = { correction: Correction; context: ReadingContext };
export type AllCorrections = {
  shown: CorrectionOfWave[];
  total: number;
  filter: ListFilter;
  choices: FilterChoices;
  leftOut: ReadFilter["leftOut"];
  csv: string;
};

const NAMES = ["workforce", "kind", "from", "to"] as const;

/** What the corrections of all waves can be narrowed by: whatever the list of any wave offers. */
export function choicesOfAll(each: readonly FilterChoices[]): FilterChoices {
  const merged = NAMES.flatMap((name) => {
    const found = each.flatMap((choices): readonly (string | DayRange)[] => {
      const offered = choices[name] ?? [];
      return "first" in offered ? [offered] : offered;
    });
    if (found.length === 0) return [];
    const days = found.filter((one): one is DayRange => typeof one === "object");
    const values = found.filter((one) => typeof one === "string");
    return [[name, days.length > 0 ? spanOf(days) : [...new Set(values)]] as const];
  });
  return Object.fromEntries(merged);
}

function spanOf(days: readonly DayRange[]): DayRange {
  const first = days.map((day) => day.first).toSorted()[0] ?? "";
  const last = days.map((day) => day.last).toSorted();
  return { first, last: last.at(-1) ?? "" };
}

/** The corrections of every wave as an address narrows them, newest first. */
export function allCorrections(contexts: readonly ReadingContext[], params: SearchParams): AllCorrections {
  const choices = choicesOfAll(contexts.map((context) => choicesOf(correctionsView(context), context)));
  const { filter, leftOut } = parseListFilter(params, choices);
  const all = contexts
    .flatMap((context) => correctionsView(context).map((correction) => ({ correction, context })))
    .toSorted((one, other) => other.correction.recordedAt - one.correction.recordedAt);
  const shown = all.filter(({ correction }) => matchesFilter(correction.facets, filter));
  return { shown, total: all.length, filter, choices, leftOut, csv: `/api/v1/corrections.csv?${filterQuery(filter)}` };
}
