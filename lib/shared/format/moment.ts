import type { Moment, Period } from "@/lib/domain/moment";
import type { Locale } from "@/lib/shared/i18n/locales";
import { formatDay, formatFullDay, formatMonth, formatTime } from "./day";
import { zoneOfMoment } from "./moment-zone";

/** The texts of `site.moment`: the caller passes its translator. */
export type MomentKey =
  | "minute"
  | "morning"
  | "daytime"
  | "afternoon"
  | "evening"
  | "night"
  | "between"
  | "inferred"
  | "month"
  | "none"
  | "fromTo"
  | "from"
  | "openEnd"
  | "endUnknown";
export type MomentWords = (key: MomentKey, values?: Record<string, string>) => string;
/** `otherZones`: zones of the country's regions. A day of Aqtau is then said as that day, not as two days of Almaty. */
export type MomentContext = {
  locale: Locale;
  timeZone: string;
  words: MomentWords;
  otherZones?: readonly string[];
  withYear?: boolean;
};

/** Parts of a day as the record keeps them: local clock hours, end excluded. */
const PARTS: Record<string, MomentKey> = {
  "06:00 12:00": "morning",
  "06:00 18:00": "daytime",
  "12:00 18:00": "afternoon",
  "18:00 00:00": "evening",
  "20:00 06:00": "night",
};

function day(at: number, { locale, timeZone, withYear }: MomentContext): string {
  return withYear ? formatFullDay(at, locale, timeZone) : formatDay(at, locale, timeZone);
}

function between(moment: Moment, context: MomentContext): string {
  const from = day(moment.earliest, context);
  const to = day(Math.max(moment.earliest, endOf(moment) - 1), context);
  return from === to ? from : context.words("between", { from, to });
}

// `latest` may be the last millisecond before the hour that ends the part.
function endOf(moment: Moment): number {
  return moment.latest % 1000 === 999 ? moment.latest + 1 : moment.latest;
}

function partOfDay(moment: Moment, context: MomentContext): string {
  const { locale, timeZone } = context;
  const clock = `${formatTime(moment.earliest, locale, timeZone)} ${formatTime(endOf(moment), locale, timeZone)}`;
  const part = PARTS[clock];
  if (part === "night") {
    return context.words(part, { from: day(moment.earliest, context), to: day(endOf(moment), context) });
  }
  return part ? context.words(part, { day: day(moment.earliest, context) }) : clockRange(moment, context);
}

function clockRange(moment: Moment, context: MomentContext): string {
  const { locale, timeZone, words } = context;
  const from = formatTime(moment.earliest, locale, timeZone);
  const to = formatTime(endOf(moment), locale, timeZone);
  const time = from === to ? from : `${from}–${to}`;
  return words("minute", { day: day(moment.earliest, context), time });
}

/** A moment in words no finer than it is known: "4 January, evening", "night of 4 to 5 January", "date not given". */
export function formatMoment(moment: Moment, given: MomentContext): string {
  const context = { ...given, timeZone: zoneOfMoment(moment, given.timeZone, given.otherZones) };
  switch (moment.precision) {
    case "minute":
    case "hour":
      return clockRange(moment, context);
    case "part_of_day":
      return partOfDay(moment, context);
    case "day":
      return between(moment, context);
    case "inferred":
      return context.words("inferred", { day: between(moment, context) });
    case "week":
      return between(moment, context);
    case "month":
      return formatMonth(moment.earliest, context.locale, context.timeZone);
    case "none":
      return context.words("none");
  }
}

/** From when to when, saying so when nobody reported the end or when it was announced as indefinite. */
export function formatPeriod(period: Period, context: MomentContext): string {
  const start = formatMoment(period.start, context);
  if (period.openEnd) return context.words("openEnd", { start });
  if (!period.end) return context.words("endUnknown", { start });
  const end = formatMoment(period.end, context);
  return start === end ? start : context.words("fromTo", { start, end });
}
