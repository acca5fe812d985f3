import type { DayBounds, Period } from "./moment";
import { hull, isUnknown, type Quantity, unknown } from "./quantity";

/** Workers out on one local day of one strike. `interpolated` means no source says it for that day. */
export type DayOut = { day: string; workers: Quantity; interpolated: boolean };

export type DaysNotWorked = {
  lower: number | null;
  /** Null is open, as it is whenever a day has no figure. */
  upper: number | null;
  unit: "days";
  approximate: boolean;
  daysWithFigure: number;
  /** Days of the strike nobody gave a figure for. They are not days without strikers. */
  unknownDays: number;
  interpolatedDays: number;
  /** True when a day is interpolated: say "estimate". */
  estimate: boolean;
};

export type DaysNotWorkedRefusal = "nothing_to_add" | "mixed_units" | "same_day_twice";

/**
 * Days not worked (ILO, ETUI; ONS "working days lost", BLS "days of idleness"): the sum over days of workers out that
 * day, in worker-days. Pass every day of the strike, unknown where nobody said: such a day adds nothing to the lower
 * end and opens the upper. Calendar days, not scheduled workdays: for rotation work no workday rule would be right.
 */
export function daysNotWorked(days: readonly DayOut[]): DaysNotWorked | { refused: DaysNotWorkedRefusal } {
  const known = days.filter((entry) => !isUnknown(entry.workers));
  if (known.length === 0) return { refused: "nothing_to_add" };
  if (days.some((entry) => entry.workers.unit !== "people")) return { refused: "mixed_units" };
  if (new Set(days.map((entry) => entry.day)).size < days.length) return { refused: "same_day_twice" };
  const lowers = known.map((entry) => entry.workers.lower).filter((lower) => lower !== null);
  const interpolatedDays = known.filter((entry) => entry.interpolated).length;
  return {
    lower: lowers.length === 0 ? null : lowers.reduce((sum, lower) => sum + lower, 0),
    upper: days.reduce<number | null>(
      (sum, { workers }) => (sum === null || workers.upper === null ? null : sum + workers.upper),
      0,
    ),
    unit: "days",
    approximate: known.some((entry) => entry.workers.approximate),
    daysWithFigure: known.length - interpolatedDays,
    unknownDays: days.length - known.length,
    interpolatedDays,
    estimate: interpolatedDays > 0,
  };
}

/**
 * Fills unknown days that lie between two days with figures by the hull of both, marked as interpolated. Days before
 * the first and after the last figure stay unknown: nothing is carried forward. Days must be in order.
 */
export function interpolateDays(days: readonly DayOut[]): DayOut[] {
  const known = days.flatMap(({ workers }, index) => (isUnknown(workers) ? [] : [{ workers, index }]));
  // How many of the known days lie before the one at hand: a strike may have thousands of days.
  let passed = 0;
  return days.map((entry, index) => {
    if (known[passed]?.index === index) {
      passed += 1;
      return entry;
    }
    const [before, after] = [known[passed - 1], known[passed]];
    if (before === undefined || after === undefined) return entry;
    const between = hull([before.workers, after.workers]) ?? unknown("not_reported", entry.workers.unit);
    return { ...entry, workers: between, interpolated: !isUnknown(between) };
  });
}

/** How long something lasted, in local calendar days it touched, first and last included. `max` null is open. */
export type DurationDays = {
  min: number;
  max: number | null;
  open: "announced_indefinite" | "end_not_reported" | null;
};

/**
 * Duration in calendar days as a range: from the latest start to the earliest end, to the earliest start to the latest
 * end. Never below one day. Without an end the maximum is open and the minimum is what is known to have happened.
 * `days` must cover the period; instants outside it count for no day.
 */
export function durationInDays(period: Period, days: readonly DayBounds[]): DurationDays {
  const { start, end } = period;
  const touched = (from: number, to: number) => days.filter((day) => day.start <= to && from < day.end).length;
  if (end === null) return { min: 1, max: null, open: period.openEnd ? "announced_indefinite" : "end_not_reported" };
  return {
    min: Math.max(1, touched(start.latest, end.earliest)),
    max: Math.max(1, touched(start.earliest, end.latest)),
    open: null,
  };
}
