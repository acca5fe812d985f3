import type { Basis } from "@/lib/domain/measure";
import { addDays, isCalendarDate } from "@/lib/shared/local-time";
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

/** Whoever counts everybody who ever took part may count until today, which the rule about the future holds. */
export function dateProblems(
  { date, basis }: { date: string; basis: Basis | "" },
  { from, until }: PossibleDates,
): FieldProblem[] {
  if (!isCalendarDate(date)) return [];
  const isPossible = date >= from && (basis === "cumulative" || date <= until);
  return isPossible ? [] : [{ field: "date", code: "date_outside_wave" }];
}

/** What was typed of when, whatever new record it is; no date where it speaks of none, or may speak of years before. */
export function datedOf(input: NewRecordInput): { date: string; basis: Basis | "" } {
  if ("recordKind" in input && input.recordKind === "workforce_size") return { date: "", basis: "" };
  return { date: "date" in input ? input.date : "", basis: "basis" in input ? input.basis : "" };
}
