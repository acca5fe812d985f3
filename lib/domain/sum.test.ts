import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Summand, sumRanges } from "./sum";

type Ends = [lower: number | null, upper: number | null];
const summand = (
  subject: string,
  [lower, upper]: Ends,
  change: Partial<Summand["range"]> = {},
  day: string | null = null,
): Summand => ({
  subject,
  day,
  range: {
    measure: "workers_directly_involved",
    basis: "peak",
    general: false,
    lower,
    upper,
    unit: "people",
    approximate: false,
    basedOn: lower === null && upper === null ? [] : [`${subject}-claim`],
    ...change,
  },
});
const ends: fc.Arbitrary<Ends> = fc
  .tuple(fc.option(fc.nat(1000)), fc.option(fc.nat(1000)))
  .map(([a, b]) => (a !== null && b !== null && a > b ? [b, a] : [a, b]));

describe("sumRanges", () => {
  it("says what it rests on: at least 12,400, at most 19,000; 9 strikes have no figure", () => {
    expect(sumRanges([summand("A1", [10_000, 15_000]), summand("A2", [2400, 4000])], 9)).toEqual({
      lower: 12_400,
      upper: 19_000,
      unit: "people",
      approximate: false,
      claims: 2,
      withoutFigure: 9,
      excludedGeneral: 0,
    });
  });

  it("leaves the upper end open if one is open, and adds nothing for an open lower", () => {
    expect(sumRanges([summand("A1", [1000, null]), summand("A2", [null, 500])], 0)).toMatchObject({
      lower: 1000,
      upper: null,
    });
    expect(sumRanges([summand("A1", [null, 300]), summand("A2", [null, 500])], 0)).toMatchObject({
      lower: null,
      upper: 800,
    });
  });

  it("takes an unknown for no zero: the upper end opens and the subject is counted as without figure", () => {
    expect(sumRanges([summand("A1", [10, 20]), summand("A2", [null, null])], 1)).toMatchObject({
      lower: 10,
      upper: null,
      withoutFigure: 2,
      claims: 1,
    });
    expect(sumRanges([summand("A1", [10, 20]), summand("A2", [0, 0])], 1)).toMatchObject({
      lower: 10,
      upper: 20,
      withoutFigure: 1,
      claims: 2,
    });
  });

  it("never adds a general-strike figure to its workplaces", () => {
    const area = summand("KZ-MAN", [90_000, 90_000], { general: true });
    expect(sumRanges([summand("A1", [10, 20]), area], 0)).toMatchObject({ lower: 10, upper: 20, excludedGeneral: 1 });
    expect(sumRanges([area], 2)).toEqual({ refused: "nothing_to_add", withoutFigure: 2, excludedGeneral: 1 });
  });

  it.each([
    ["mixed_measures", { measure: "attendance" as const }],
    ["mixed_bases", { basis: "cumulative" as const }],
    ["mixed_units", { unit: "days" as const }],
  ])("refuses %s", (refused, change) => {
    expect(sumRanges([summand("A1", [1, 1]), summand("A2", [1, 1], change)], 0)).toMatchObject({ refused });
  });

  it("refuses rates, one subject twice, and figures per day of different days", () => {
    const rate = { measure: "participation_rate", unit: "percent" } as const;
    expect(sumRanges([summand("A1", [50, 50], rate), summand("A2", [60, 60], rate)], 0)).toMatchObject({
      refused: "rates_never_added",
    });
    expect(sumRanges([summand("A1", [1, 1]), summand("A1", [2, 2])], 0)).toMatchObject({
      refused: "same_subject_twice",
    });
    const [peak, another] = [summand("A1", [1, 1], {}, "2022-01-04"), summand("A2", [2, 2], {}, "2022-01-05")];
    expect(sumRanges([peak, another], 0)).toMatchObject({ lower: 3, approximate: false });
    const about = summand("A3", [4, 4], { approximate: true });
    expect(sumRanges([peak, about], 0)).toMatchObject({ lower: 5, approximate: true });
    const onDay = (subject: string, day: string) => summand(subject, [5, 5], { basis: "on_day" }, day);
    expect(sumRanges([onDay("A1", "2022-01-04"), onDay("A2", "2022-01-05")], 0)).toMatchObject({
      refused: "mixed_days",
    });
    expect(sumRanges([onDay("A1", "2022-01-04"), onDay("A2", "2022-01-04")], 0)).toMatchObject({ lower: 10 });
  });

  it("holds the sum of any true numbers behind the ranges, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(ends, fc.nat(100)), { minLength: 1, maxLength: 6 }), (list) => {
        const summands = list.map(([range], index) => summand(`A${index}`, range));
        const truth = list.reduce(
          (sum, [[lower, upper], extra]) => sum + Math.min((lower ?? 0) + extra, upper ?? Number.POSITIVE_INFINITY),
          0,
        );
        const result = sumRanges(summands, 0);
        expect(sumRanges(summands.toReversed(), 0)).toEqual(result);
        expect("refused" in result).toBe(list.every(([[lower, upper]]) => lower === null && upper === null));
        if ("refused" in result) return;
        expect(result.lower ?? 0).toBeLessThanOrEqual(truth);
        expect(result.upper ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(truth);
        expect(result.upper === null).toBe(list.some(([[, upper]]) => upper === null));
      }),
    );
  });
});
