import type { RegionStateName } from "@/lib/domain/spread";
import type { DayOfRegions } from "@/lib/domain/wave-digest";
import { formatShortDay } from "@/lib/shared/format/day";
import { regionLink } from "./joining";
import { calendarOf } from "./map-at-step";
import { recordSpread } from "./record-spread";
import { REGION_ORDERS, type RegionOrder, regionsInOrder } from "./region-order";
import type { SpreadContext } from "./spread-context";
import { datesOf, type Step } from "./steps";

const DRAWN = ["strike", "rally", "state_action", "no_coverage"] as const satisfies readonly RegionStateName[];
export type DrawnState = (typeof DRAWN)[number];

/** Days on end on which a state held; `first` and `last` count the days of the axis from 0. */
export type Run = { state: DrawnState; first: number; last: number; possible: boolean };
export type RegionDays = { code: string; name: string; href: string; runs: Run[]; words: string };

/** Regions day by day on one scale. */
export type DaysOfRegions = {
  /** How many days every row has. */
  days: number;
  ends: { first: string; last: string };
  rows: RegionDays[];
};

export type RegionDaysView = DaysOfRegions & {
  orders: { href: string; label: string; current: boolean }[];
};

/** A small timeline for each region, all on one scale of days. */
export function regionDaysView(
  context: SpreadContext,
  { order, step }: { order: RegionOrder; step: Step },
): RegionDaysView {
  const codes = regionsInOrder(order, context).map(({ id }) => id);
  return {
    ...daysOfRegions(codes, context),
    orders: REGION_ORDERS.map((one) => ({
      href: context.waveHref(`/spread?at=${step.key}${orderQuery(one)}#each-region`),
      label: context.words(`many.by.${one}`),
      current: one === order,
    })),
  };
}

/** These regions, each day by day; nothing of days after the one they are read on. */
export function daysOfRegions(codes: readonly string[], context: SpreadContext): DaysOfRegions {
  const { record, lens } = context;
  const calendar = calendarIn(context).filter(({ date }) => lens.knownOn === null || date <= lens.knownOn);
  const dates = datesOf(record.wave);
  const rows = codes.map((code) => {
    const runs = DRAWN.flatMap((state) => runsOf(state, code, calendar));
    return { code, ...regionLink(code, context), runs, words: wordsOf(runs, dates, context) };
  });
  return {
    days: dates.length,
    ends: { first: shortDay(dates[0], context), last: shortDay(dates.at(-1), context) },
    rows,
  };
}

/** The order as a further part of a query; the one that needs no name has none. */
export function orderQuery(order: RegionOrder): string {
  return order === REGION_ORDERS[0] ? "" : `&order=${order}`;
}

function calendarIn({ record, zone }: SpreadContext): DayOfRegions[] {
  return record.part?.digest?.calendar ?? calendarOf(datesOf(record.wave), { spread: recordSpread(record), zone });
}

function runsOf(state: DrawnState, code: string, calendar: readonly DayOfRegions[]): Run[] {
  const runs: Run[] = [];
  for (const [index, { regions }] of calendar.entries()) {
    const { states = [], possibleOnly = [] } = regions[code] ?? {};
    if (!states.includes(state)) continue;
    const possible = possibleOnly.includes(state);
    const before = runs.at(-1);
    if (before && before.last === index - 1 && before.possible === possible) before.last = index;
    else runs.push({ state, first: index, last: index, possible });
  }
  return runs;
}

function wordsOf(runs: readonly Run[], dates: readonly string[], context: SpreadContext): string {
  const { words } = context;
  const said = ({ first, last, possible }: Run) => {
    const [from, to] = [shortDay(dates[first], context), shortDay(dates[last], context)];
    const days = first === last ? from : `${from} – ${to}`;
    return possible ? words("many.possibly", { days }) : days;
  };
  const parts = DRAWN.flatMap((state) => {
    const own = runs.filter((run) => run.state === state);
    return own.length === 0 ? [] : words(`many.days.${state}`, { days: own.map(said).join(", ") });
  });
  return parts.length === 0 ? words("many.nothing") : parts.join("; ");
}

function shortDay(date: string | undefined, { locale }: SpreadContext): string {
  return date === undefined ? "" : formatShortDay(Date.parse(`${date}T12:00Z`), locale, "UTC");
}
