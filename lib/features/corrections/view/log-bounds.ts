import { addDays } from "@/lib/shared/local-time";
import type { ListFilter } from "@/lib/shared/search-params";
import type { Correction } from "../view";

/** Of a large wave a page has so many of the newest corrections that fit, and a file so many. */
export const MOST_ON_PAGE = 500;
export const MOST_IN_FILE = 2000;

/**
 * The filter under which the log goes on: up to the day of the last correction shown, so that none of that day is lost,
 * or, where it ended with that day before, up to the day before it.
 */
export function earlierThan({ facets }: Pick<Correction, "facets">, filter: ListFilter): ListFilter {
  const day = facets.firstDate;
  return { ...filter, to: filter.to !== null && filter.to <= day ? addDays(day, -1) : day };
}
