import {
  type FilterChoices,
  type FilterName,
  filterQuery,
  type ListFilter,
  parseListFilter,
  type SearchParams,
} from "@/lib/shared/search-params";
import { choicesOf, type Facets, matchesFilter } from "./facets";
import type { ReadingContext } from "./reading-context";

export type ListName = "timeline" | "demands" | "solidarity" | "sources";

/** A list as its address narrows it. The page and its file both read this, so that they never differ. */
export type FilteredList<Item> = {
  shown: Item[];
  total: number;
  filter: ListFilter;
  choices: FilterChoices;
  leftOut: FilterName[];
  path: string;
  csv: string;
};

export function filteredList<Item extends { facets: Facets }>(
  name: ListName,
  items: readonly Item[],
  { context, params }: { context: ReadingContext; params: SearchParams },
): FilteredList<Item> {
  const choices = choicesOf(items, context);
  const { filter, leftOut } = parseListFilter(params, choices);
  const { slug } = context.record.wave;
  const query = new URLSearchParams(filterQuery(filter));
  query.set("locale", context.locale);
  return {
    shown: items.filter(({ facets }) => matchesFilter(facets, filter)),
    total: items.length,
    filter,
    choices,
    leftOut,
    path: context.waveHref(`/${name}`),
    csv: `/api/v1/waves/${slug}/${name}.csv?${query}`,
  };
}
