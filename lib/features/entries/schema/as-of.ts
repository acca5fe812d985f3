import { isCalendarDate, tidyMonth } from "@/lib/shared/local-time";
import { dateFault } from "@/lib/shared/short-year";
import type { AsOfPrecision, PartOfDay } from "./choices";
import type { FigureInput } from "./figure";
import type { FieldProblem } from "./input";

/** When, as the contributor says it: local to the place, turned into instants only with the region's offset of that date. */
export type LocalAsOf = { date: string; precision: AsOfPrecision; part: PartOfDay | null; hour: number | null };

type AsOfInput = Pick<FigureInput, "date" | "precision" | "partOfDay" | "hour">;

/** The four fields of when read together; an empty precision is a day. */
export function readAsOf(input: AsOfInput): { asOf: LocalAsOf; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const precision = input.precision === "" ? "day" : input.precision;
  // Where no more than the month is known, it may be all that is typed.
  const date = precision === "month" ? tidyMonth(input.date) : input.date;
  if (date === "") problems.push({ field: "date", code: "date_missing" });
  else if (!isCalendarDate(date)) problems.push({ field: "date", code: dateFault(date) });
  const part = precision === "part_of_day" && input.partOfDay !== "" ? input.partOfDay : null;
  if (precision === "part_of_day" && part === null) problems.push({ field: "partOfDay", code: "part_missing" });
  const hour = precision === "hour" ? readHour(input.hour) : null;
  if (precision === "hour" && hour === null) problems.push({ field: "hour", code: "hour_wrong" });
  return { asOf: { date, precision, part, hour }, problems };
}

/** "14", "14:00" and "14:30" all lie in the hour from 14:00. */
function readHour(typed: string): number | null {
  const [, hour] = /^([01]?\d|2[0-3])(?:[:.][0-5]\d)?$/.exec(typed) ?? [];
  return hour === undefined ? null : Number(hour);
}
