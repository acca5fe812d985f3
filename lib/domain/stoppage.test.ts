import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { syntheticAction, syntheticFigure, syntheticMoment, syntheticRecord } from "@/prisma/seed/synthetic-record";
import type { Moment } from "./moment";
import { exact, range, unknown } from "./quantity";
import { daysFromAverage, daysWithinPeak, stoppageOf, stoppageSize, totalDaysNotWorked } from "./stoppage";
import { countedActions } from "./totals";
import type { ActionRow, FigureRow } from "./wave-record";

const people = (n: number) => exact(n, "people");
const hour = (day: number, at: number): Moment => syntheticMoment(day, [at, at], "minute");
const period = (start: Moment, end: Moment | null, openEnd = false) => ({ start, end, openEnd });
const daysOf = (from: number, to: number | null) =>
  period(syntheticMoment(from), to === null ? null : syntheticMoment(to));
const on = (id: string, day: number, workers: FigureRow["quantity"]) =>
  syntheticFigure(id, { actionId: "A1", asOf: syntheticMoment(day), quantity: workers });
const figure = (id: string, change: Partial<FigureRow>) => syntheticFigure(id, { actionId: "A1", ...change });

function stoppage(action: Partial<ActionRow>, ...figures: FigureRow[]) {
  const row = syntheticAction("A1", { workforceIds: ["W1"], ...action });
  const [counted] = countedActions(syntheticRecord({ actions: [row], figures }));
  if (counted === undefined) throw new Error("the action does not count");
  return stoppageOf(counted);
}

describe("duration", () => {
  it("is a range in hours from the latest start to the earliest end, and to its widest", () => {
    expect(stoppage({ period: period(hour(1, 8), hour(1, 11)) }).hours).toEqual({ lower: 3, upper: 3 });
    const morning = syntheticMoment(1, [6, 12], "part_of_day");
    const { lower, upper } = stoppage({ period: period(morning, hour(2, 12)) }).hours;
    expect([Math.floor(lower ?? 0), upper]).toEqual([24, 30]);
  });

  it("of two days with days only is at least one and at most two days and nights, in hours and shifts", () => {
    const { hours, shifts, duration } = stoppage({ period: daysOf(1, 2) });
    expect(Math.round(hours.lower ?? -1)).toBe(0);
    expect(Math.round(hours.upper ?? -1)).toBe(48);
    expect(shifts.lower).toBe(0);
    expect(Math.round(shifts.upper ?? -1)).toBe(6);
    expect(duration).toEqual({ min: 2, max: 2, open: null });
  });

  it("stays open without a reported end, and is at least what was last known", () => {
    const seen = { period: daysOf(1, null), lastKnownAt: syntheticMoment(4).latest };
    expect(stoppage(seen)).toMatchObject({
      hours: { lower: 72, upper: null },
      shifts: { lower: 3, upper: null },
      duration: { min: 4, max: null, open: "end_not_reported" },
    });
    expect(stoppage({ period: period(syntheticMoment(1), null, true) }).duration).toEqual({
      min: 1,
      max: null,
      open: "announced_indefinite",
    });
  });
});

describe("a strike of more than a year", () => {
  const years = { period: daysOf(1, 800) };

  it("has all its days, none of them cut off", () => {
    expect(stoppage(years).duration).toEqual({ min: 800, max: 800, open: null });
    expect(stoppage(years).series).toHaveLength(800);
  });

  it("adds all of them, whatever its days not worked rest on", () => {
    const average = figure("F1", { basis: "average", quantity: people(10) });
    expect(stoppage(years, average).daysNotWorked).toMatchObject({ lower: 8000, upper: 8000 });
    const ends = [on("F1", 1, people(10)), on("F2", 800, people(10))];
    expect(stoppage(years, ...ends).daysNotWorked).toMatchObject({ lower: 8000, upper: 8000, estimate: true });
  });
});

describe("workers involved", () => {
  it("keeps directly and indirectly involved apart: added, a stopped mine would strike twice", () => {
    const kept = figure("F2", { measure: "workers_indirectly_involved", quantity: people(5000) });
    const both = stoppage({ period: daysOf(1, 1) }, on("F1", 1, people(300)), kept);
    expect(both).toMatchObject({
      directly: { lower: 300, upper: null },
      indirectly: { lower: 5000, upper: null },
      daysNotWorked: { lower: 300, upper: 300 },
    });
  });

  it("takes a peak as said; one day or an average only bounds it from below, a total from above", () => {
    const average = figure("F2", { basis: "average", quantity: people(200) });
    const ever = figure("F3", { basis: "cumulative", quantity: people(900), asOf: syntheticMoment(3) });
    const peak = figure("F4", { basis: "peak", quantity: range(400, 500, "people") });
    const over = { period: daysOf(1, 2) };
    expect(stoppage(over, on("F1", 1, people(300))).directly).toEqual({ lower: 300, upper: null });
    expect(stoppage(over, on("F1", 1, people(300)), average, ever).directly).toEqual({ lower: 300, upper: 900 });
    expect(stoppage(over, on("F1", 1, people(300)), peak).directly).toEqual({ lower: 400, upper: 500 });
    expect(stoppage(over, on("F1", 1, people(950)), ever).directly).toEqual({ lower: null, upper: null });
    expect(stoppage(over, on("F1", 1, people(900)), ever).directly).toEqual({ lower: 900, upper: 900 });
    expect(stoppage(over).directly).toEqual({ lower: null, upper: null });
  });

  it("takes what was told before the end as what it came to so far: more may have joined after", () => {
    const peak = figure("F1", { basis: "peak", quantity: people(800) });
    const ever = figure("F2", { basis: "cumulative", quantity: people(800), asOf: syntheticMoment(3) });
    const days = figure("F3", {
      ...{ measure: "days_not_worked", basis: "cumulative", quantity: { ...people(90), unit: "days" as const } },
      asOf: syntheticMoment(3),
    });
    const [open, longer] = [{ period: daysOf(1, null) }, { period: daysOf(1, 5) }];
    expect(stoppage(open, peak).directly).toEqual({ lower: 800, upper: null });
    expect(stoppage(open, ever).directly).toEqual({ lower: null, upper: null });
    expect(stoppage(longer, ever).directly).toEqual({ lower: null, upper: null });
    expect(stoppage({ period: daysOf(1, 3) }, ever).directly).toEqual({ lower: null, upper: 800 });
    const said = (action: Parameters<typeof stoppage>[0]) => stoppageSize(stoppage(action, days)).daysNotWorked;
    expect([said(open), said(longer)]).toEqual(Array(2).fill({ lower: 90, upper: null }));
    expect(said({ period: daysOf(1, 3) })).toEqual({ lower: 90, upper: 90 });
  });
});

describe("days not worked", () => {
  it("adds the workers of each day; a day between two is filled and called an estimate", () => {
    const found = stoppage({ period: daysOf(1, 3) }, on("F1", 1, people(100)), on("F2", 3, people(300)));
    expect(found.daysNotWorked).toMatchObject({
      method: "daily",
      lower: 500,
      upper: 700,
      estimate: true,
      claims: ["F1", "F2"],
    });
    expect(found.series.map(({ day, interpolated }) => [day, interpolated])).toEqual([
      ["2030-05-01", false],
      ["2030-05-02", true],
      ["2030-05-03", false],
    ]);
  });

  it("opens above while the end is not reported, and where a day has no figure", () => {
    expect(stoppage({ period: daysOf(1, null) }, on("F1", 1, people(100))).daysNotWorked).toMatchObject({
      lower: 100,
      upper: null,
      days: { unknownDays: 0 },
    });
    expect(stoppage({ period: daysOf(1, 2) }, on("F1", 1, people(100))).daysNotWorked).toMatchObject({
      lower: 100,
      upper: null,
      days: { unknownDays: 1 },
    });
  });

  it("counts every calendar day, Saturday and Sunday too, as a camp on rotation works them", () => {
    const week = Array.from({ length: 7 }, (_, index) => on(`F${index}`, 1 + index, people(10)));
    expect(stoppage({ period: daysOf(1, 7) }, ...week).daysNotWorked).toMatchObject({ lower: 70, upper: 70 });
  });

  it("takes a figure of a day on which the strike was not known to go on", () => {
    const found = stoppage({ period: daysOf(1, null) }, on("F1", 1, people(100)), on("F2", 5, people(100)));
    expect(found.series.map(({ day }) => day)).toEqual(["2030-05-01", "2030-05-05"]);
  });

  it("goes by the average where no day has a figure, and says all a peak can say: it is not multiplied below", () => {
    const average = figure("F1", { basis: "average", quantity: people(200) });
    const peak = figure("F2", { basis: "peak", quantity: people(300) });
    const ten = { period: daysOf(1, 10) };
    expect(stoppage(ten, average, peak).daysNotWorked).toMatchObject({ method: "average", lower: 2000, upper: 2000 });
    // Peak times days, as often done, would claim 3,000 for certain.
    expect(stoppage(ten, peak).daysNotWorked).toMatchObject({
      method: "peak",
      lower: 300,
      upper: 3000,
      estimate: true,
    });
    expect(stoppage({ period: daysOf(1, null) }, peak).daysNotWorked).toMatchObject({ lower: 300, upper: null });
  });

  it("refuses where nobody gave any number, and keeps what was reported beside what is computed", () => {
    const silent = on("F1", 1, unknown("not_reported", "people"));
    const reported = figure("F2", {
      measure: "days_not_worked",
      basis: "cumulative",
      quantity: exact(120, "days"),
      asOf: syntheticMoment(2),
    });
    const onAverage = { ...reported, id: "F3", basis: "average", quantity: exact(60, "days") } as const;
    const found = stoppage({ period: daysOf(1, 2) }, silent, onAverage, reported);
    expect(found.daysNotWorked).toEqual({ refused: "nothing_to_add" });
    expect(found.reported.map(({ range: { lower } }) => lower)).toEqual([60, 120]);
    const everybody = figure("F4", { basis: "cumulative", quantity: people(900) });
    expect(stoppage({ period: daysOf(1, 2) }, everybody).daysNotWorked).toEqual({ refused: "nothing_to_add" });
    expect(stoppageSize(found).daysNotWorked).toMatchObject({ lower: 120, upper: 120 });
    expect(
      stoppageSize(stoppage({ period: daysOf(1, 1) }, on("F1", 1, people(5)), reported)).daysNotWorked,
    ).toMatchObject({
      lower: 5,
    });
  });

  it("keeps an open end of the workers open, however many days", () => {
    expect(daysFromAverage({ lower: null, upper: 5 }, { min: 2, max: 3 })).toEqual({ lower: null, upper: 15 });
    expect(daysFromAverage({ lower: 5, upper: null }, { min: 2, max: 3 })).toEqual({ lower: 10, upper: null });
  });

  it("holds the true days of any strike whose peak or whose days are true", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(900), { minLength: 1, maxLength: 9 }), (workers) => {
        const truth = workers.reduce((sum, n) => sum + n, 0);
        const peak = Math.max(...workers);
        const bounds = daysWithinPeak({ lower: peak, upper: peak }, { min: workers.length, max: workers.length });
        expect(bounds.lower).toBeLessThanOrEqual(truth);
        expect(bounds.upper).toBeGreaterThanOrEqual(truth);
        const figures = workers.map((n, index) => on(`F${index}`, index + 1, people(n)));
        expect(stoppage({ period: daysOf(1, workers.length) }, ...figures).daysNotWorked).toMatchObject({
          lower: truth,
          upper: truth,
        });
      }),
    );
  });
});

describe("totalDaysNotWorked", () => {
  const one = stoppage({ period: daysOf(1, 1) }, on("F1", 1, people(100)));
  const other = { ...one, actionId: "A2" };
  const silent = { ...stoppage({}), actionId: "A3" };

  it("adds the strikes and says of how many nothing can be said, never a general strike among them", () => {
    const strikes = [one, other, silent].map((found) => ({ stoppage: found, general: false }));
    const area = { stoppage: { ...one, actionId: "G1" }, general: true };
    expect(totalDaysNotWorked([...strikes, area])).toMatchObject({
      lower: 200,
      upper: 200,
      unit: "days",
      claims: 2,
      withoutFigure: 1,
      excludedGeneral: 1,
    });
    expect(totalDaysNotWorked([{ stoppage: silent, general: false }])).toMatchObject({
      refused: "nothing_to_add",
      withoutFigure: 1,
    });
  });
});
