import type { DayBounds, Epoch, Moment } from "./moment";
import type { WaveRecord } from "./wave-record";

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A moment longer than this is no day: a week, a month, or a span that nobody narrowed down. */
const LONGEST_DAY = 1.5 * DAY;

/** The calendar of one place. */
export type LocalClock = {
  /** The local date of an instant, `2022-01-04`. */
  date(at: Epoch): string;
  /** A local date as instants. */
  bounds(date: string): DayBounds;
};

type Region = Pick<WaveRecord["regions"][number], "id" | "utcOffsets">;

/** The clock of each region as the record has it; what has no region goes by the clock most regions had then. */
export function localClocks({ regions }: { regions: readonly Region[] }): (regionId: string | null) => LocalClock {
  const made = new Map(regions.map((region) => [region.id, clockOf((at) => offsetOf(region, at))]));
  const common = clockOf((at) => commonOffset(regions, at));
  return (regionId) => made.get(regionId ?? "") ?? common;
}

/**
 * The local day a moment is of. One known to the day is of the day its middle lies in, so that an hour between two
 * zones moves nothing; a part of a day is of the day it begins on. Null when it is no day: a week, a month, no date.
 */
export function localDay(moment: Moment, clock: Pick<LocalClock, "date">): string | null {
  const { earliest, latest, precision } = moment;
  if (precision === "week" || precision === "month" || precision === "none") return null;
  if (latest - earliest > LONGEST_DAY) return null;
  const isWhole = precision === "day" || precision === "inferred";
  return clock.date(isWhole ? earliest + (latest - earliest) / 2 : earliest);
}

/** The local dates from one to another, both included; none when the second is earlier. */
export function datesBetween(first: string, last: string): string[] {
  const [from, to] = [Date.parse(`${first}T00:00Z`), Date.parse(`${last}T00:00Z`)];
  const count = Math.max(0, Math.floor((to - from) / DAY) + 1);
  return Array.from({ length: count }, (_, index) => utcDate(from + index * DAY));
}

function clockOf(minutesAt: (at: Epoch) => number): LocalClock {
  const startOf = (date: string) => {
    const utc = Date.parse(`${date}T00:00Z`);
    return utc - minutesAt(utc) * MINUTE;
  };
  return {
    date: (at) => utcDate(at + minutesAt(at) * MINUTE),
    bounds: (date) => ({ start: startOf(date), end: startOf(utcDate(Date.parse(`${date}T00:00Z`) + DAY)) }),
  };
}

function offsetOf({ utcOffsets }: Region, at: Epoch): number {
  const date = utcDate(at);
  const row = utcOffsets.find(({ from, to }) => (from ?? date) <= date && (to === null || date < to));
  return row?.minutes ?? 0;
}

function commonOffset(regions: readonly Region[], at: Epoch): number {
  const times = Map.groupBy(regions, (region) => offsetOf(region, at));
  const [most] = [...times].toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? 0;
}

function utcDate(at: Epoch): string {
  return new Date(at).toISOString().slice(0, 10);
}
