import { dayInWords, monthInWords } from "./month-names";

/** One UTC offset in force from `from` until the day before `to`; null is open. */
export type UtcOffset = { minutes: number; from: string | null; to: string | null };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The offset in force on a local date, or null when none is recorded. Never today's in place of the date's. */
export function offsetMinutesOn(offsets: readonly UtcOffset[], date: string): number | null {
  const inForce = offsets.find((offset) => (offset.from ?? date) <= date && (offset.to === null || date < offset.to));
  return inForce?.minutes ?? null;
}

/** Whether the text is a day of the calendar: `2022-02-30` is none. */
export function isCalendarDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const instant = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === date;
}

/**
 * A date as people type it (2022-1-6, 2022/01/06, 6.1.2022, 6 January 2022) written year-month-day, as ISO 8601 has it. With slashes or
 * hyphens nobody can say which of two small numbers is the month: that, and what is no date, stays as it was typed.
 */
export function tidyDate(typed: string): string {
  const [, year, , month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(typed) ?? [];
  const [, dayBefore, monthAfter, yearLast] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed) ?? [];
  const numbers = year ? [year, month, day] : [yearLast, monthAfter, dayBefore];
  const parts = numbers[0] ? numbers : (dayInWords(typed) ?? []);
  const date = parts.map((part = "") => part.padStart(2, "0")).join("-");
  return isCalendarDate(date) ? date : typed;
}

/** The first day of a month as people type it (2022-1, 1.2022, 01/2022, January 2022); what is no month stays as it was typed. */
export function tidyMonth(typed: string): string {
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})$/.exec(typed) ?? [];
  const [, monthBefore, yearLast] = /^(\d{1,2})[-/.](\d{4})$/.exec(typed) ?? [];
  const parts = year ? [year, month] : yearLast ? [yearLast, monthBefore] : (monthInWords(typed) ?? []);
  const date = [...parts, "01"].map((part = "") => part.padStart(2, "0")).join("-");
  return isCalendarDate(date) ? date : typed;
}

/** The date `days` after a date; negative goes back. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The first day of the month a date lies in. */
export function firstOfMonth(date: string): string {
  return `${date.slice(0, -2)}01`;
}

/** How many days the month has that a date lies in. */
export function daysOfMonth(date: string): number {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The Monday of the week a date lies in. */
export function mondayOf(date: string): string {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, -weekday);
}

/**
 * The instant of a local wall-clock time, as milliseconds since 1970. `hour` may be 24 or more: it then lies in a later
 * day, whose own offset counts. Null when no offset is recorded for that day.
 */
export function localInstant(date: string, hour: number, offsets: readonly UtcOffset[]): number | null {
  const day = addDays(date, Math.floor(hour / 24));
  const offset = offsetMinutesOn(offsets, day);
  if (offset === null) return null;
  return Date.parse(`${day}T00:00:00Z`) + (hour % 24) * 60 * MINUTE - offset * MINUTE;
}
