import type { Basis } from "@/lib/domain/measure";
import { addDays, isCalendarDate } from "@/lib/shared/local-time";
import type { FieldProblem } from "./input";

/** The local dates a figure of a wave may speak of, both included. */
export type PossibleDates = { from: string; until: string };

const MARGIN_DAYS = 31;

/** A wave's own days and a month around them: what lies further off is a slip in the year. */
export function possibleDates({ firstDay, lastDay }: { firstDay: string; lastDay: string }): PossibleDates {
  return { from: addDays(firstDay, -MARGIN_DAYS), until: addDays(lastDay, MARGIN_DAYS) };
}

/** Whoever counts everybody who ever took part may count until today, which the rule about the future holds. */
export function dateProblems(
  { date, basis }: { date: string; basis: Basis | "" },
  { from, until }: PossibleDates,
): FieldProblem[] {
  if (!isCalendarDate(date)) return [];
  const isPossible = date >= from && (basis === "cumulative" || date <= until);
  return isPossible ? [] : [{ field: "date", code: "date_outside_wave" }];
}
