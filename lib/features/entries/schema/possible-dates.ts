import type { Basis } from "@/lib/domain/measure";
import { addDays, daysOfMonth, firstOfMonth, isCalendarDate, mondayOf, tidyMonth } from "@/lib/shared/local-time";
import type { AsOfPrecision } from "./choices";
import type { FieldProblem } from "./input";
import type { NewRecordInput } from "./kinds";

/** The local dates a figure of a wave may speak of, both included. */
export type PossibleDates = { from: string; until: string };

const MARGIN_DAYS = 31;
/** The clock of the first zone in which a day begins, UTC+14. */
const FIRST_MIDNIGHT_MS = 14 * 3_600_000;

type Days = { firstDay: string; lastDay: string; openEnd: boolean };

/**
 * A wave's own days and a month around them: what lies further off is a slip in the year. One that goes on may be
 * spoken of until today, wherever today has come first.
 */
export function possibleDates({ firstDay, lastDay, openEnd }: Days, now = Date.now()): PossibleDates {
  const from = addDays(firstDay, -MARGIN_DAYS);
  if (!openEnd) return { from, until: addDays(lastDay, MARGIN_DAYS) };
  const today = new Date(now + FIRST_MIDNIGHT_MS).toISOString().slice(0, 10);
  return { from, until: today > firstDay ? today : firstDay };
}

/** When something is said to have been: with a precision of a week or a month any day of it stands for the whole. */
export type Dated = { date: string; precision: AsOfPrecision | ""; basis: Basis | "" };

/**
 * Whoever counts everybody who ever took part may count until today, which the rule about the future holds. A week or a
 * month is possible as soon as one of its days is; without `until` any later day is.
 */
export function dateProblems(
  { date, precision, basis }: Dated,
  { from, until }: Pick<PossibleDates, "from"> & { until?: string | undefined },
): FieldProblem[] {
  if (!isCalendarDate(date)) return [];
  const [first, last] = daysOf(date, precision);
  const isLate = basis === "cumulative";
  const isPossible = last >= from && (isLate || until === undefined || first <= until);
  return isPossible ? [] : [{ field: "date", code: isLate ? "date_before_wave" : "date_outside_wave" }];
}

function daysOf(date: string, precision: Dated["precision"]): readonly [first: string, last: string] {
  if (precision === "week") return [mondayOf(date), addDays(mondayOf(date), 6)];
  return precision === "month"
    ? [firstOfMonth(date), addDays(firstOfMonth(date), daysOfMonth(date) - 1)]
    : [date, date];
}

/** What was typed of when, whatever new record it is; no date where it speaks of none, or may speak of years before. */
export function datedOf(input: NewRecordInput): Dated {
  if ("recordKind" in input && input.recordKind === "workforce_size") return { date: "", precision: "", basis: "" };
  const precision = "precision" in input ? input.precision : "";
  const date = "date" in input ? input.date : "";
  return {
    ...{ date: precision === "month" ? tidyMonth(date) : date, precision },
    basis: "basis" in input ? input.basis : "",
  };
}
