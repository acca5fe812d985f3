import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ends, holds, NOT_SAID, people, stated } from "@/prisma/seed/stated-quantities";
import { syntheticFigure, syntheticMoment, syntheticRecord } from "@/prisma/seed/synthetic-record";
import { daysNotWorked, interpolateDays } from "./days-not-worked";
import type { Quantity } from "./quantity";
import { roundPercent } from "./rounding";
import { firstJoining } from "./spread";
import type { SpreadAction } from "./spread-records";
import { meetsThreshold } from "./threshold";
import { recordAsKnownAt } from "./through-lens";

/** The rules about time, thresholds and rounding beside the versions that come to mind first; `arithmetic.test.ts` has the others. */

describe("days not worked", () => {
  const days = (list: readonly Quantity[]) =>
    list.map((workers, index) => ({ day: `${index}`, workers, interpolated: false }));

  it("holds the truth whenever the days do", () => {
    const series = fc
      .array(fc.nat(900), { minLength: 1, maxLength: 8 })
      .chain((truths) => fc.tuple(fc.constant(truths), fc.tuple(...truths.map(stated))));
    fc.assert(
      fc.property(series, ([truths, list]) => {
        const found = daysNotWorked(days(list));
        if (!("refused" in found))
          expect(
            holds(
              found,
              truths.reduce((all, n) => all + n, 0),
            ),
          ).toBe(true);
      }),
    );
  });

  it("are less than the peak times the days, and not zero on a day nobody counted", () => {
    const list = [people(1000), people(10), people(10)];
    expect(1000 * list.length).toBe(3000);
    expect(ends(daysNotWorked(days(list)))).toEqual([1020, 1020]);
    expect(ends(daysNotWorked(days([people(1000), NOT_SAID])))).toEqual([1000, null]);
  });

  it("carry nothing on beyond the last figure, as a naive series does", () => {
    const filled = interpolateDays(days([people(100), NOT_SAID, people(100), NOT_SAID]));
    expect(filled.map(({ workers }) => workers.lower)).toEqual([100, 100, 100, null]);
    expect(daysNotWorked(filled)).toMatchObject({ lower: 300, upper: null, estimate: true });
  });
});

describe("spread", () => {
  const begun = (id: string, regionCode: string, from: number, to: number): SpreadAction => ({
    ...{ id, regionCode, placeId: null, kind: "strike", stoppage: "yes", certainty: "confirmed", lastKnownAt: null },
    period: { start: { earliest: from, latest: to, precision: "hour" }, end: null, openEnd: false },
  });

  it("keeps a tie where sorting by the first instant makes an order nobody reported", () => {
    const actions = [begun("A1", "R1", 10, 30), begun("A2", "R2", 20, 25)];
    expect(actions.toSorted((a, b) => a.period.start.earliest - b.period.start.earliest).map(({ id }) => id)).toEqual([
      "A1",
      "A2",
    ]);
    expect(firstJoining(["R1", "R2"], actions, []).strike.joined).toMatchObject([
      { tiedWith: ["R2"] },
      { tiedWith: ["R1"] },
    ]);
  });

  it("says of a silent region that it was cut off, where a naive map says that nothing happened", () => {
    const cut = { id: "C1", regionCode: "R2", period: { start: syntheticMoment(1), end: null, openEnd: false } };
    expect(firstJoining(["R2"], [], [cut]).strike.never).toMatchObject([{ regionCode: "R2", gaps: ["C1"] }]);
  });
});

describe("replay", () => {
  it("shows the version known then, where filtering today's rows by their day loses the record", () => {
    const first = syntheticFigure("F1", { recordedAt: 10, quantity: people(100) });
    const now = { ...first, recordedAt: 30, revision: 2, quantity: people(900) };
    const version = { retracts: false, reason: null };
    const revisions = {
      F1: [
        { ...version, number: 1, recordedAt: 10, row: first },
        { ...version, number: 2, recordedAt: 30, row: now },
      ],
    };
    const record = syntheticRecord({ figures: [now], revisions });
    expect(record.figures.filter(({ recordedAt }) => recordedAt <= 20)).toEqual([]);
    expect(recordAsKnownAt(record, 20).figures).toEqual([first]);
  });
});

describe("thresholds", () => {
  it("cannot say where taking silence for zero says below", () => {
    const silent = { lower: null, upper: null };
    expect((silent.lower ?? 0) >= 1000).toBe(false);
    const size = { workers: silent, shifts: { lower: 1, upper: 1 }, hours: silent, daysNotWorked: silent };
    expect(meetsThreshold("bls", size)).toBe("cannot_say");
  });
});

describe("rounding", () => {
  it("never flatters: nothing but 100 becomes 100 and nothing but 0 becomes 0", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: 0, max: 3 }), (percent, digits) => {
        const { value } = roundPercent(percent, digits);
        expect(value === 100).toBe(percent === 100);
        expect(value === 0).toBe(percent === 0);
      }),
    );
    expect(Math.round(99.6)).toBe(100);
    expect(roundPercent(99.6, 0)).toEqual({ value: 99, bound: "above" });
  });
});
