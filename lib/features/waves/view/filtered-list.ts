import {
  type FilterChoices,
  type FilterName,
  filterQuery,
  LENS_NAMES,
  type ListFilter,
  parseListFilter,
  type SearchParams,
  withQuery,
} from "@/lib/shared/search-params";
import { lensChoices } from "./asked-lens";
import { choicesOf, type Facets, matchesFilter } from "./facets";
import type { ReadingContext } from "./reading-context";

export type ListName = "timeline" | "demands" | "solidarity" | "sources" | "figures" | "corrections";

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

/** What a list can be narrowed by and read through. */
export function listChoices(items: readonly { facets: Facets }[], context: ReadingContext): FilterChoices {
  return { ...choicesOf(items, context), ...lensChoices(context.record) };
}

export function filteredList<Item extends { facets: Facets }>(
  name: ListName,
  view: (context: ReadingContext) => readonly Item[],
  { context, params }: { context: ReadingContext; params: SearchParams },
): FilteredList<Item> {
  const items = view(context);
  // What can be asked for does not depend on what was: a lens that leaves nothing still offers a way back.
  const isRead = context.record !== context.kept;
  const all = isRead ? view({ ...context, record: context.kept }) : items;
  const choices = listChoices(all, { ...context, record: context.kept });
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
    path: `/${context.locale}/waves/${slug}/${name}`,
    csv: `/api/v1/waves/${slug}/${name}.csv?${query}`,
  };
}

/** The list as narrowed, within its wave and without what the record is read through. */
export function narrowedPath(name: ListName, filter: ListFilter): string {
  const readThrough = Object.fromEntries(LENS_NAMES.map((lens) => [lens, null]));
  return withQuery(`/${name}`, filterQuery({ ...filter, ...readThrough }));
}
