import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DayOut, daysNotWorked, durationInDays, interpolateDays } from "./days-not-worked";
import { momentOfDay } from "./moment";
import { atLeast, exact, isUnknown, type Quantity, range, unknown } from "./quantity";

const DAY = 86_400_000;
const bounds = Array.from({ length: 10 }, (_, n) => ({ start: n * DAY, end: (n + 1) * DAY }));
const dayOf = (n: number) => momentOfDay({ start: n * DAY, end: (n + 1) * DAY });
const none = unknown("not_reported", "people");
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
