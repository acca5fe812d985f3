import type { Epoch } from "@/lib/domain/moment";
import type { Locale } from "@/lib/shared/i18n/locales";
import { remembered } from "./remembered";

/** BCP 47 tag used for dates and numbers of each language; English is written the international way, day first. */
const TAGS: Record<Locale, string> = { en: "en-GB", kk: "kk-KZ", ru: "ru-RU", tr: "tr-TR" };

export function languageTag(locale: Locale): string {
  return TAGS[locale];
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone });
    formatters.set(key, made);
  }
  return made;
}

/** "4 January", in the zone of the place. */
export function formatDay(at: Epoch, locale: Locale, timeZone: string): string {
  return formatter(locale, timeZone, { day: "numeric", month: "long" }).format(at);
}

/** "4 Jan", for axes. */
export function formatShortDay(at: Epoch, locale: Locale, timeZone: string): string {
  return formatter(locale, timeZone, { day: "numeric", month: "short" }).format(at).replace(/\.$/, "");
}

/** "4 January 2022". */
export function formatFullDay(at: Epoch, locale: Locale, timeZone: string): string {
  return formatter(locale, timeZone, { day: "numeric", month: "long", year: "numeric" }).format(at);
}

/** "January 2022": the month in the form in which it stands alone. */
export function formatMonth(at: Epoch, locale: Locale, timeZone: string): string {
  return formatter(locale, timeZone, { month: "long", year: "numeric" }).format(at);
}

/** "4 January 2022, 15:00", in the zone of the place. */
export function formatDayTime(at: Epoch, locale: Locale, timeZone: string): string {
  return `${formatFullDay(at, locale, timeZone)}, ${formatTime(at, locale, timeZone)}`;
}

/** 2022-01-04 14:05 UTC: for what is written in the browser, which does not know the months of every language. */
export function formatUtcMinute(at: Epoch): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** "15:00" on the 24-hour clock. */
export function formatTime(at: Epoch, locale: Locale, timeZone: string): string {
  return formatter(locale, timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** A calendar date such as `2022-01-04`, which belongs to no zone, as "4 January 2022". */
export function formatDate(date: string, locale: Locale): string {
  return formatFullDay(Date.parse(`${date}T00:00Z`), locale, "UTC");
}

/** The local year of an instant, `2022`. */
export function localYear(at: Epoch, timeZone: string): string {
  return localDate(at, timeZone).slice(0, 4);
}

/** The local date of an instant, `2022-01-04`. */
export function localDate(at: Epoch, timeZone: string): string {
  const parts = formatter("en", timeZone, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** Minutes that the zone is ahead of UTC at an instant. */
export function offsetMinutes(at: Epoch, timeZone: string): number {
  const zone = formatter("en", timeZone, { timeZoneName: "longOffset", year: "numeric" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(zone ?? "") ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The instant at which a local date begins in a zone. */
export function startOfDate(date: string, timeZone: string): Epoch {
  return startOf(`${date} ${timeZone}`);
}

// Every view asks for the same few days, and to read an offset from a formatted text is slow.
const startOf = remembered((dateInZone): Epoch => {
  const [date = "", timeZone = ""] = dateInZone.split(" ");
  const utc = Date.parse(`${date}T00:00Z`);
  const guess = utc - offsetMinutes(utc, timeZone) * 60_000;
  return utc - offsetMinutes(guess, timeZone) * 60_000;
});

/** A local date as instants: `start` in, `end` out. */
export function boundsOfDate(date: string, timeZone: string): { start: Epoch; end: Epoch } {
  const next = new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return { start: startOfDate(date, timeZone), end: startOfDate(next, timeZone) };
}

/** The local days from one date to another, both included, as instants: `start` in, `end` out. */
export function daysBetween(
  first: string,
  last: string,
  timeZone: string,
): { date: string; start: Epoch; end: Epoch }[] {
  const days: { date: string; start: Epoch; end: Epoch }[] = [];
  for (let at = Date.parse(`${first}T00:00Z`); at <= Date.parse(`${last}T00:00Z`); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    days.push({ date, ...boundsOfDate(date, timeZone) });
  }
  return days;
}
