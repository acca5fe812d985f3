import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PeopleRange, populationShare, sizeShare, workforceReach } from "./reach-share";

const DAY = 86_400_000;
const populations = new Map([
  ["A", 600],
  ["B", 300],
  ["C", 100],
]);

describe("the share of population", () => {
  it("goes from what was reached for sure to what may have been", () => {
    expect(populationShare({ sure: ["A"], possible: ["C"] }, populations)).toEqual({ lower: 60, upper: 70 });
    expect(populationShare({ sure: [], possible: [] }, populations)).toEqual({ lower: 0, upper: 0 });
  });

  it("leaves a region without a figure out of both parts, and is none where nothing is known", () => {
    expect(populationShare({ sure: ["A", "X"], possible: [] }, populations)).toEqual({ lower: 60, upper: 60 });
    expect(populationShare({ sure: ["A"], possible: [] }, new Map())).toBeNull();
  });

  it("never leaves 0 to 100, nor turns its ends round", () => {
    const codes = ["A", "B", "C", "X"];
    fc.assert(
      fc.property(fc.subarray(codes), fc.subarray(codes), (sure, others) => {
        const possible = others.filter((code) => !sure.includes(code));
        const share = populationShare({ sure, possible }, populations);
        expect(share).not.toBeNull();
        expect(share?.lower).toBeGreaterThanOrEqual(0);
        expect(share?.upper).toBeGreaterThanOrEqual(share?.lower ?? 0);
        expect(share?.upper).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });
});

describe("the share of known workforce sizes", () => {
  const ids = ["a", "b", "c"];
  const range = fc
    .tuple(fc.nat(1000), fc.nat(1000))
    .map(([one, other]) => ({ lower: Math.min(one, other), upper: Math.max(one, other) + 1 }));

  it("holds every share that true sizes within their ranges can give", () => {
    const input = fc.record({
      ranges: fc.tuple(range, range, range),
      at: fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
      sure: fc.subarray(ids),
      possible: fc.subarray(ids),
      really: fc.subarray(ids),
    });
    fc.assert(
      fc.property(input, ({ ranges, at, sure, possible: others, really }) => {
        const possible = others.filter((id) => !sure.includes(id));
        const sizes = new Map(ids.map((id, index) => [id, ranges[index] as PeopleRange]));
        const truth = ids.map((_, index) => {
          const { lower, upper } = ranges[index] ?? { lower: 0, upper: 1 };
          return lower + (upper - lower) * (at[index] ?? 0);
        });
        const total = truth.reduce((sum, size) => sum + size, 0);
        const on = ids.filter((id) => sure.includes(id) || (possible.includes(id) && really.includes(id)));
        const part = on.reduce((sum, id) => sum + (truth[ids.indexOf(id)] ?? 0), 0);
        const share = sizeShare({ sure, possible }, sizes);
        fc.pre(total > 0 && share !== null);
        expect((part / total) * 100).toBeGreaterThanOrEqual((share?.lower ?? 0) - 1e-6);
        expect((part / total) * 100).toBeLessThanOrEqual((share?.upper ?? 100) + 1e-6);
      }),
    );
  });

  it("takes an open size for one without bound, and is none where no size is known", () => {
    const sizes = new Map<string, PeopleRange>([
      ["a", { lower: 100, upper: null }],
      ["b", { lower: 100, upper: 100 }],
    ]);
    expect(sizeShare({ sure: ["a"], possible: [] }, sizes)).toEqual({ lower: 50, upper: 100 });
    expect(sizeShare({ sure: ["b"], possible: [] }, sizes)).toEqual({ lower: 0, upper: 50 });
    expect(sizeShare({ sure: ["x"], possible: [] }, sizes)).toBeNull();
  });
});

describe("workforces on strike on a day", () => {
  const at = (earliest: number, latest: number) => ({
    start: { earliest, latest, precision: "day" as const },
    end: null,
    openEnd: false,
  });
  const strike = {
    ...{ id: "1", regionCode: "A", placeId: null, kind: "strike" as const, stoppage: "yes" as const },
    ...{ certainty: "confirmed" as const, lastKnownAt: null, period: at(0, DAY - 1), workforceIds: ["a"] },
  };
  const days = [0, 1].map((day) => ({ start: day * DAY, end: (day + 1) * DAY }));
  const sizes = new Map([["a", { lower: 100, upper: 200 }]]);

  it("are counted once each, with those without a size said and not taken for nobody", () => {
    const actions = [
      strike,
      { ...strike, id: "2", workforceIds: ["a", "b"] },
      { ...strike, id: "3", workforceIds: [] },
      { ...strike, id: "4", workforceIds: ["c"], certainty: "contradicted" as const },
      { ...strike, id: "5", workforceIds: ["d"], kind: "rally" as const, stoppage: "unclear" as const },
    ];
    const [first, second] = workforceReach(actions, days, sizes);
    expect(first).toMatchObject({ sure: 2, possible: 0, unnamed: 1, withoutSize: 1 });
    expect(first?.people).toEqual({ lower: 100, upper: 200 });
    expect(second).toMatchObject({ sure: 0, possible: 0, unnamed: 0, people: null, share: null });
  });

  it("are possible only where the beginning may be of either day", () => {
    const [first, second] = workforceReach([{ ...strike, period: at(0, 2 * DAY - 1) }], days, sizes);
    expect(first).toMatchObject({ sure: 0, possible: 1, people: { lower: 0, upper: 200 } });
    expect(second).toMatchObject({ sure: 0, possible: 1 });
  });
});
