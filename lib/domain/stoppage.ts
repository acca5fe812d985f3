import type { ActionRange } from "./action-ranges";
import {
  type DayOut,
  type DaysNotWorked,
  type DaysNotWorkedRefusal,
  type DurationDays,
  daysNotWorked,
  durationInDays,
  interpolateDays,
} from "./days-not-worked";
import { datesBetween } from "./local-day";
import type { Measure } from "./measure";
import type { Epoch } from "./moment";
import { presenceIn } from "./presence";
import { type Bounds, isUnknown, unknown } from "./quantity";
import { type Summand, type SumResult, sumRanges } from "./sum";
import type { StoppageSize } from "./threshold";
import type { CountedAction } from "./totals";

const HOUR = 3_600_000;
const NOTHING: Bounds = { lower: null, upper: null };
/** The shortest and the longest time in which one full shift can pass, whatever the rota: 8 hours, a day and a night. */
const SHIFT_HOURS = { shortest: 8, longest: 24 } as const;

/** Days not worked of one strike: from its days, from its average, or as far as its peak bounds it. */
export type StoppageDays = {
  method: "daily" | "average" | "peak";
  lower: number | null;
  upper: number | null;
  approximate: boolean;
  estimate: boolean;
  /** Only of `daily`: how many days rest on what. */
  days: DaysNotWorked | null;
  /** The claims it rests on. */
  claims: string[];
};

/** One strike as the standards measure it (ILO, ICLS 1993): who stopped, who was kept from working, how long. */
export type Stoppage = {
  actionId: string;
  /** Workers who stopped work themselves, at the fullest: what is said of a peak, else what days and totals imply. */
  directly: Bounds;
  /** Workers of the same establishments who were kept from working by it. Never added to the others. */
  indirectly: Bounds;
  duration: DurationDays;
  hours: Bounds;
  shifts: Bounds;
  /** The instant by which it was over for certain; null when nobody reported its end. */
  endsBy: Epoch | null;
  series: DayOut[];
  daysNotWorked: StoppageDays | { refused: DaysNotWorkedRefusal };
  /** Days not worked as somebody reported them; shown beside what is computed. */
  reported: ActionRange[];
};

/** The measures of one strike. Days are calendar days of its place: for rotation work no workday rule would be right. */
export function stoppageOf(counted: CountedAction): Stoppage {
  const { action, ranges } = counted;
  const hours = durationInHours(counted);
  const series = interpolateDays(daySeries(counted));
  const duration = durationOf(counted);
  return {
    actionId: action.id,
    directly: atTheFullest(counted, "workers_directly_involved"),
    indirectly: atTheFullest(counted, "workers_indirectly_involved"),
    duration,
    hours,
    endsBy: counted.action.period.end?.latest ?? null,
    shifts: {
      lower: hours.lower === null ? null : Math.floor(hours.lower / SHIFT_HOURS.longest),
      upper: hours.upper === null ? null : hours.upper / SHIFT_HOURS.shortest,
    },
    series,
    daysNotWorked: daysOf({ series, ranges, duration }),
    reported: ranges.filter(({ measure, range }) => measure === "days_not_worked" && !isUnknown(range)),
  };
}

/** What a threshold looks at. Days not worked as computed; where they cannot be, as reported. */
export function stoppageSize(stoppage: Stoppage): StoppageSize {
  const { directly, hours, shifts, daysNotWorked: days, reported, endsBy } = stoppage;
  const total = reported.find(({ basis }) => basis === "cumulative");
  const said = total ? upToTheEnd(total, endsBy) : NOTHING;
  return { workers: directly, hours, shifts, daysNotWorked: "refused" in days ? said : days };
}

/** A total that was told before the strike was over is what it came to so far: its upper end is open. */
function upToTheEnd({ range, until }: ActionRange, endsBy: Epoch | null): Bounds {
  return { lower: range.lower, upper: endsBy !== null && until >= endsBy ? range.upper : null };
}

/**
 * The most workers at one time. A peak says it itself; of a strike whose end nobody reported it is the peak so far. Else
 * one day or an average had at least so many at some time, and a cumulative figure, everybody who ever took part, is at
 * most reached once the strike is over: none of them says the other end.
 */
function atTheFullest({ ranges, action }: CountedAction, measure: Measure): Bounds {
  const endsBy = action.period.end?.latest ?? null;
  const own = ranges.filter((one) => one.measure === measure && one.range.unit === "people" && !isUnknown(one.range));
  const peak = own.find(({ basis }) => basis === "peak");
  if (peak) return { lower: peak.range.lower, upper: endsBy === null ? null : peak.range.upper };
  const lowers = own.flatMap(({ basis, range }) => (basis === "cumulative" ? [] : (range.lower ?? [])));
  const totals = own.filter(({ basis }) => basis === "cumulative");
  const uppers = totals.flatMap((total) => upToTheEnd(total, endsBy).upper ?? []);
  const lower = lowers.length === 0 ? null : Math.max(...lowers);
  const upper = uppers.length === 0 ? null : Math.min(...uppers);
  // Claims that bound each other nowhere say no range, as in a hull.
  return lower !== null && upper !== null && lower > upper ? NOTHING : { lower, upper };
}

/** From the latest start to the earliest end, to the earliest start to the latest end; open where nobody said. */
function durationInHours({ action: { period, lastKnownAt } }: CountedAction): Bounds {
  const { start, end } = period;
  const surelyUntil = Math.max(end?.earliest ?? start.latest, lastKnownAt ?? start.latest);
  return {
    lower: Math.max(0, surelyUntil - start.latest) / HOUR,
    upper: end === null ? null : Math.max(0, end.latest - start.earliest) / HOUR,
  };
}

function durationOf({ action, clock }: CountedAction): DurationDays {
  const { start, end } = action.period;
  const known = Math.max(end?.latest ?? start.latest, action.lastKnownAt ?? start.latest);
  const first = clock.date(start.earliest);
  const bounds = datesBetween(first, clock.date(known)).map(clock.bounds);
  const duration = durationInDays(action.period, bounds);
  if (end !== null || action.lastKnownAt === null) return duration;
  const until = { ...start, earliest: action.lastKnownAt, latest: action.lastKnownAt };
  return { ...duration, min: durationInDays({ ...action.period, end: until }, bounds).min };
}

/** Every day on which it may have gone on or has a figure, with the workers directly involved; unknown where nobody said. */
function daySeries({ action, clock, ranges }: CountedAction): DayOut[] {
  const daily = new Map(
    ranges
      .filter(({ measure, basis }) => measure === "workers_directly_involved" && basis === "on_day")
      .map(({ day, range }) => [day, range]),
  );
  const { start, end } = action.period;
  const last = Math.max(end?.latest ?? start.latest, action.lastKnownAt ?? start.latest);
  const dates = [clock.date(start.earliest), clock.date(last), ...daily.keys()]
    .filter((date) => date !== null)
    .toSorted();
  return datesBetween(dates[0] ?? "", dates.at(-1) ?? "")
    .filter((date) => daily.has(date) || ["sure", "possible"].includes(presenceIn(action, clock.bounds(date))))
    .map((day) => {
      const range = daily.get(day);
      const none = unknown("not_reported", "people");
      const workers = range === undefined ? none : { ...range, words: null, rule: null };
      return { day, workers, interpolated: false };
    });
}

type Given = Pick<Stoppage, "series" | "duration"> & { ranges: readonly ActionRange[] };

function daysOf({ series, ranges, duration }: Given): Stoppage["daysNotWorked"] {
  const own = ranges.filter(({ measure, range }) => measure === "workers_directly_involved" && !isUnknown(range));
  const sum = daysNotWorked(series);
  if (!("refused" in sum)) {
    const { lower, approximate, estimate } = sum;
    // Of a strike whose end nobody reported, more days may have followed.
    const upper = duration.open === null ? sum.upper : null;
    const claims = own.filter(({ basis }) => basis === "on_day").flatMap(({ range }) => range.basedOn);
    return { method: "daily", lower, upper, approximate, estimate, days: sum, claims };
  }
  const average = own.find(({ basis }) => basis === "average");
  if (average) return { method: "average", ...daysFromAverage(average.range, duration), ...remarks(average) };
  const peak = own.find(({ basis }) => basis === "peak");
  return peak ? { method: "peak", ...daysWithinPeak(peak.range, duration), ...remarks(peak) } : sum;
}

function remarks({ range: { approximate, basedOn } }: ActionRange) {
  return { approximate, estimate: true, days: null, claims: basedOn };
}

type Days = Pick<DurationDays, "min" | "max">;

/** Workers × days (ETUI, BLS): 4,000 workers for ten days are 40,000. Right for an average, or where nobody came or left. */
export function daysFromAverage(workers: Bounds, { min, max }: Days): Bounds {
  return {
    lower: workers.lower === null ? null : workers.lower * min,
    upper: workers.upper === null || max === null ? null : workers.upper * max,
  };
}

/** All that a peak says of the days: at least one day had so many, and none had more. */
export function daysWithinPeak(workers: Bounds, { max }: Days): Bounds {
  return { lower: workers.lower, upper: daysFromAverage(workers, { min: 1, max }).upper };
}

/** Days not worked of several strikes as computed; a general strike is never added to its workplaces. */
export function totalDaysNotWorked(strikes: readonly { stoppage: Stoppage; general: boolean }[]): SumResult {
  const summands = strikes.flatMap(({ stoppage: { actionId, daysNotWorked: days }, general }): Summand[] => {
    if ("refused" in days) return [];
    const { lower, upper, approximate, claims } = days;
    const sort = { measure: "days_not_worked", basis: "cumulative", unit: "days" } as const;
    return [{ subject: actionId, day: null, range: { ...sort, general, lower, upper, approximate, basedOn: claims } }];
  });
  return sumRanges(
    summands,
    strikes.filter(({ stoppage, general }) => !general && "refused" in stoppage.daysNotWorked).length,
  );
}
