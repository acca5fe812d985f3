import type { DayBounds, Epoch, Moment } from "@/lib/domain/moment";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type ReadingContext, zoneOf } from "@/lib/features/waves/view/reading-context";
import { localDate, startOfDate } from "@/lib/shared/format/day";
import { addDays, isCalendarDate } from "@/lib/shared/local-time";
import { firstOf, leftOutNames, type SearchParams } from "@/lib/shared/search-params";
import { recordSpread } from "./record-spread";

export type StepPart = "day" | "evening" | "night";
/** A local day or a part of one; `key` is its beginning on the local clock, as the address has it. */
export type Step = { key: string; date: string; part: StepPart };

/** The moment an address asks for, and whether another one was left out of it on the way. */
export type AskedStep = { at: string | null; wasLeftOut: boolean };

const HOUR = 3_600_000;
/** Local clock hours from the start of the day; the end is not included. */
const HOURS: Record<StepPart, [number, number]> = { day: [0, 24], evening: [18, 24], night: [20, 30] };

/**
 * The moments at which the map changes: each local day from the first to the last thing on record, and the evenings
 * and nights that some record names. What is known to the day alone shows in the evening too, as possible.
 */
export function stepsOf(record: WaveRecord): Step[] {
  if (record.part?.digest) return record.part.digest.steps;
  const spread = recordSpread(record);
  const placed = [...spread.actions, ...spread.events].map((entry) => ({
    ...entry,
    zone: zoneOf(record, entry.regionCode),
  }));
  if (placed.length === 0) return [stepOf(record.wave.firstDay, "day")];
  const last = placed.map(({ period, lastKnownAt, zone }) =>
    localDate(Math.max(period.start.earliest, lastKnownAt ?? 0, period.end?.earliest ?? 0), zone),
  );
  const first = placed.map(({ period, zone }) => localDate(period.start.earliest, zone));
  const parts = placed.flatMap(({ period, zone }) => partsIn([period.start, period.end], zone));
  const steps: Step[] = [];
  const final = max(last);
  for (let date = min(first); date <= final; date = addDays(date, 1)) {
    const named = parts.filter((part) => part.startsWith(date));
    steps.push(stepOf(date, "day"));
    for (const part of ["evening", "night"] as const) {
      if (named.includes(`${date} ${part}`)) steps.push(stepOf(date, part));
    }
  }
  return steps;
}

/** The steps that a reading can show: of later days nothing can have been known. There is always one. */
export function stepsKnownOn(steps: readonly Step[], knownOn: string | null): readonly Step[] {
  const known = knownOn === null ? steps : steps.filter(({ date }) => date <= knownOn);
  return known.length > 0 ? known : steps.slice(0, 1);
}

/** The steps of a page. They are those of the wave, whatever else it is read through. */
export function stepsIn({ kept, lens }: Pick<ReadingContext, "kept" | "lens">): readonly Step[] {
  return stepsKnownOn(stepsOf(kept), lens.knownOn);
}

/** The step of an address: the last that has begun by that moment, or the first of all; without a moment, null. */
export function nearestStep(steps: readonly Step[], at: string | null): Step | null {
  const wanted = at === null ? null : clockOf(at);
  if (wanted === null) return null;
  return steps.findLast((step) => (clockOf(step.key) ?? 0) <= wanted) ?? steps[0] ?? null;
}

export function askedStep(params: SearchParams): AskedStep {
  return { at: firstOf(params.at), wasLeftOut: leftOutNames(params).includes("at") };
}

/** Whether an address names a step itself; a date alone is its day. */
export function isStep(steps: readonly Step[], at: string): boolean {
  const wanted = clockOf(at);
  return wanted !== null && steps.some((step) => clockOf(step.key) === wanted);
}

/** The step as instants of one place's own clock. */
export function windowOf({ date, part }: Step, timeZone: string): DayBounds {
  const start = startOfDate(date, timeZone);
  const [from, to] = HOURS[part];
  return { start: start + from * HOUR, end: start + to * HOUR };
}

/** Every local date of the wave. */
export function datesOf({ firstDay, lastDay }: Pick<WaveRecord["wave"], "firstDay" | "lastDay">): string[] {
  const dates: string[] = [];
  for (let date = firstDay; date <= lastDay; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Every step that a day can have. */
export function stepsOfDay(date: string): Step[] {
  return (["day", "evening", "night"] as const).map((part) => stepOf(date, part));
}

function stepOf(date: string, part: StepPart): Step {
  return { key: `${date}T${String(HOURS[part][0]).padStart(2, "0")}:00`, date, part };
}

function partsIn(moments: readonly (Moment | null)[], zone: string): string[] {
  return moments.flatMap((moment) => {
    if (moment?.precision !== "part_of_day") return [];
    const date = localDate(moment.earliest, zone);
    const hour = (moment.earliest - startOfDate(date, zone)) / HOUR;
    const part = hour === HOURS.evening[0] ? "evening" : hour === HOURS.night[0] ? "night" : null;
    return part === null ? [] : [`${date} ${part}`];
  });
}

/** A local clock time as a number to compare; null when it is none. A date alone is its beginning. */
function clockOf(at: string): Epoch | null {
  const [, date = "", time = "00:00"] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/.exec(at) ?? [];
  if (!isCalendarDate(date)) return null;
  const clock = Date.parse(`${date}T${time}Z`);
  return Number.isNaN(clock) ? null : clock;
}

function min(dates: readonly string[]): string {
  return dates.toSorted()[0] ?? "";
}

function max(dates: readonly string[]): string {
  return dates.toSorted().at(-1) ?? "";
}
