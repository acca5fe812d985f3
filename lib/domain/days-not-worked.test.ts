import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DayOut, daysNotWorked, durationInDays, interpolateDays } from "./days-not-worked";
import { momentOfDay } from "./moment";
import { atLeast, atMost, exact, isUnknown, type Quantity, range, unknown } from "./quantity";

const DAY = 86_400_000;
const bounds = Array.from({ length: 10 }, (_, n) => ({ start: n * DAY, end: (n + 1) * DAY }));
const dayOf = (n: number) => momentOfDay({ start: n * DAY, end: (n + 1) * DAY });
const none = unknown("not_reported", "people");
/** What a source may say of a day: both ends, one of them, or nothing. */
const SAYS = ["both", "least", "most", "nothing"] as const;
const out = (day: number, workers: Quantity): DayOut => ({ day: `2022-01-0${day}`, workers, interpolated: false });

describe("daysNotWorked", () => {
  it("adds the workers of each day (BLS: 4,000 workers for ten days are 40,000)", () => {
    const days = Array.from({ length: 10 }, (_, n) => out(n, exact(4000, "people")));
    expect(daysNotWorked(days)).toMatchObject({
      lower: 40_000,
      upper: 40_000,
      unit: "days",
      estimate: false,
      unknownDays: 0,
    });
  });

  it("takes a day without figure for unknown, not for zero and not for the day before", () => {
    expect(daysNotWorked([out(1, exact(100, "people")), out(2, none)])).toMatchObject({
      lower: 100,
      upper: null,
      unknownDays: 1,
      daysWithFigure: 1,
    });
    expect(daysNotWorked([out(1, exact(100, "people")), out(2, exact(0, "people"))])).toMatchObject({
      lower: 100,
      upper: 100,
      unknownDays: 0,
    });
    expect(daysNotWorked([out(1, none)])).toEqual({ refused: "nothing_to_add" });
  });

  it("refuses one day twice and anything but people", () => {
    expect(daysNotWorked([out(1, exact(1, "people")), out(1, exact(1, "people"))])).toEqual({
      refused: "same_day_twice",
    });
    expect(daysNotWorked([out(1, exact(50, "percent"))])).toEqual({ refused: "mixed_units" });
    expect(daysNotWorked([out(1, exact(5, "people")), out(2, exact(50, "percent"))])).toEqual({
      refused: "mixed_units",
    });
  });

  it("knows no least where every day says only how many at most, and is rough where one day is", () => {
    expect(daysNotWorked([out(1, atMost(5, "people")), out(2, atMost(7, "people"))])).toMatchObject({
      lower: null,
      upper: 12,
      approximate: false,
    });
    const about = { ...exact(5, "people"), approximate: true };
    expect(daysNotWorked([out(1, about), out(2, exact(5, "people"))])).toMatchObject({ approximate: true });
  });

  it("holds the true number of days, and is open above as soon as one day is", () => {
    const day = fc.record({ truth: fc.nat(500), below: fc.nat(50), above: fc.nat(50), says: fc.constantFrom(...SAYS) });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 9 }), (list) => {
        const days = list.map(({ truth, below, above, says }, index) => {
          const lower = says === "most" || says === "nothing" ? null : Math.max(0, truth - below);
          const upper = says === "least" || says === "nothing" ? null : truth + above;
          return out(index, says === "nothing" ? none : { ...exact(truth, "people"), lower, upper });
        });
        const truth = list.reduce((sum, one) => sum + one.truth, 0);
        const result = daysNotWorked(days);
        expect("refused" in result).toBe(list.every(({ says }) => says === "nothing"));
        if ("refused" in result) return;
        expect(result.lower ?? 0).toBeLessThanOrEqual(truth);
        expect(result.upper ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(truth);
        expect(result.upper === null).toBe(list.some(({ says }) => says === "least" || says === "nothing"));
        expect(result.lower === null).toBe(list.every(({ says }) => says === "most" || says === "nothing"));
      }),
    );
  });
});

describe("interpolateDays", () => {
  it("fills only between figures, by the hull of both, and marks the sum an estimate", () => {
    const days = interpolateDays([
      out(1, none),
      out(2, exact(100, "people")),
      out(3, none),
      out(4, exact(300, "people")),
      out(5, none),
    ]);
    expect(days.map((entry) => [entry.workers.lower, entry.workers.upper, entry.interpolated])).toEqual([
      [null, null, false],
      [100, 100, false],
      [100, 300, true],
      [300, 300, false],
      [null, null, false],
    ]);
    expect(daysNotWorked(days)).toMatchObject({
      lower: 500,
      upper: null,
      estimate: true,
      interpolatedDays: 1,
      unknownDays: 2,
      daysWithFigure: 2,
    });
  });

  it("finds no number between people and a share", () => {
    const days = interpolateDays([out(1, exact(5, "people")), out(2, none), out(3, exact(50, "percent"))]);
    expect(days[1]).toEqual(out(2, none));
  });

  it("never changes a stated day and never lowers the sum", () => {
    const workers = fc.oneof(
      fc.nat(500).map((n) => exact(n, "people")),
      fc.nat(500).map((n) => range(n, n + 5, "people")),
      fc.nat(9).map((n) => atLeast(n, "people")),
      fc.constant(none),
    );
    fc.assert(
      fc.property(fc.array(workers, { minLength: 1, maxLength: 9 }), (list) => {
        const days = list.map((quantity, index) => out(index, quantity));
        const filled = interpolateDays(days);
        expect(filled.filter((entry) => !entry.interpolated)).toEqual(
          days.filter((_, index) => !filled[index]?.interpolated),
        );
        const [before, after] = [daysNotWorked(days), daysNotWorked(filled)];
        expect("refused" in before).toBe(days.every((entry) => isUnknown(entry.workers)));
        if ("refused" in before || "refused" in after) return;
        expect(after.lower ?? 0).toBeGreaterThanOrEqual(before.lower ?? 0);
        expect(after.estimate).toBe(after.unknownDays < before.unknownDays);
      }),
    );
  });
});

describe("durationInDays", () => {
  it("counts first and last day", () => {
    expect(durationInDays({ start: dayOf(2), end: dayOf(4), openEnd: false }, bounds)).toEqual({
      min: 3,
      max: 3,
      open: null,
    });
    expect(durationInDays({ start: dayOf(2), end: dayOf(2), openEnd: false }, bounds)).toEqual({
      min: 1,
      max: 1,
      open: null,
    });
  });

  it("is a range when start or end is uncertain", () => {
    const start = { earliest: 2 * DAY, latest: 4 * DAY - 1, precision: "day" as const };
    expect(durationInDays({ start, end: dayOf(5), openEnd: false }, bounds)).toEqual({ min: 3, max: 4, open: null });
    expect(durationInDays({ start, end: dayOf(2), openEnd: false }, bounds)).toEqual({ min: 1, max: 1, open: null });
  });

  it("stays open without a reported end, and says whether it was announced so", () => {
    expect(durationInDays({ start: dayOf(2), end: null, openEnd: true }, bounds)).toEqual({
      min: 1,
      max: null,
      open: "announced_indefinite",
    });
    expect(durationInDays({ start: dayOf(2), end: null, openEnd: false }, bounds)).toEqual({
      min: 1,
      max: null,
      open: "end_not_reported",
    });
  });
});
