import { isCalendarDate } from "./local-time";

/** The century that a year of two digits lies in. */
export const SHORT_YEARS = ["of_2000", "of_1900"] as const;
export type ShortYear = (typeof SHORT_YEARS)[number];

/** A year of two digits in full. */
export function fullYear(year: number, century: ShortYear): number {
  return year + (century === "of_2000" ? 2000 : 1900);
}

/** Three numbers of at most two digits with dots between: a day whose year is not written in full. */
const SHORT = /^(\d{1,2})\.(\d{1,2})\.(\d{2})$/;

/** Why a text is no date, as a code of `entries.problems`. */
export function dateFault(typed: string): "date_wrong" | "date_year_short" {
  return SHORT.test(typed) ? "date_year_short" : "date_wrong";
}

/** The first and last day it can be, both included. */
type Span = { from: string; until: string };

/**
 * The day that day.month.year with a year of two digits means, where only one is possible: in whichever century, and by
 * people who write the year first. Null where none is, or several are, or it would have to be read backwards.
 */
export function dayOfShortYear(typed: string, { from, until }: Span): string | null {
  const [, first = "", second = "", third = ""] = SHORT.exec(typed) ?? [];
  const isPossible = (date: string) => isCalendarDate(date) && from <= date && date <= until;
  const asWritten = daysOf(third, second, first).filter(isPossible);
  const backwards = daysOf(first, second, third).filter(isPossible);
  const [day = null, ...others] = new Set([...asWritten, ...backwards]);
  return others.length === 0 && day !== null && asWritten.includes(day) ? day : null;
}

function daysOf(year: string, month: string, day: string): string[] {
  if (year.length !== 2) return [];
  return SHORT_YEARS.map((century) =>
    [String(fullYear(Number(year), century)), month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
  );
}
