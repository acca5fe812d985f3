import { addDays } from "@/lib/shared/local-time";
import { dayOfShortYear } from "@/lib/shared/short-year";
import type { NewRecordInput } from "./kinds";
import type { PossibleDates } from "./possible-dates";

/** The dates that are possible; what may be of any later day has no last one. */
type Dates = Pick<PossibleDates, "from"> & { until?: string | undefined };
/** A date as it was typed and how it was read, by its field. */
export type ReadDay = { field: string; typed: string; day: string };

/** A device's clock may be behind by days: a day that is not yet is told by the write. */
const AHEAD_DAYS = 31;

/** The day a date with a year of two digits means in a wave; null where that is not the only one. */
export function readShortYear(typed: string, { from, until }: Dates, now = Date.now()): string | null {
  const last = until ?? addDays(new Date(now).toISOString().slice(0, 10), AHEAD_DAYS);
  return dayOfShortYear(typed.trim(), { from, until: last });
}

/** What is typed with every such date in full, and which were read: of a source also one after the wave. */
export function withFullYears<T extends NewRecordInput>(input: T, dates: Dates): { input: T; read: ReadDay[] } {
  const read: ReadDay[] = [];
  const full = (field: string, typed: string, possible: Dates) => {
    const day = readShortYear(typed, possible);
    if (day !== null) read.push({ field, typed, day });
    return day ?? typed;
  };
  const late: Dates = { from: dates.from };
  const spoken = "basis" in input && input.basis === "cumulative" ? late : dates;
  const sources = input.sources.map((source, slot) => ({
    ...source,
    publishedOn: full(`sources.${slot}.publishedOn`, source.publishedOn, late),
  }));
  const own = {
    ...("date" in input ? { date: full("date", input.date, spoken) } : {}),
    ...("endDate" in input ? { endDate: full("endDate", input.endDate, dates) } : {}),
    ...("publishedOn" in input ? { publishedOn: full("publishedOn", String(input.publishedOn), late) } : {}),
  };
  return { input: { ...input, ...own, sources }, read };
}
