import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isOfMethod,
  type Silence,
  silenceIn,
  silenceOfGap,
  silentRegionsIn,
  silentSpells,
  unionOfSpans,
} from "./coverage";
import type { CoverageGap } from "./spread-records";

const REGIONS = ["A", "B", "C"];
const instant = fc.integer({ min: 0, max: 60 });
const moment = fc.tuple(instant, fc.integer({ min: 0, max: 8 })).map(([earliest, more]) => ({
  ...{ earliest, latest: earliest + more, precision: "day" as const },
}));
const gaps = fc.array(
  fc.record({
    id: fc.uuid(),
    regionCode: fc.constantFrom("A", "B", "C", "elsewhere", null),
    period: fc.tuple(moment, fc.option(moment)).map(([start, end]) => ({
      ...{ start, openEnd: false },
      end: end && {
        ...end,
        earliest: Math.max(end.earliest, start.earliest),
        latest: Math.max(end.latest, start.latest),
      },
    })),
  }),
  { maxLength: 6 },
);
const covers = (spans: Silence["sure"], at: number) => spans.some(({ from, until }) => from <= at && at < until);
const gap = (id: string, regionCode: string | null, [from, to]: [number, number]): CoverageGap => ({
  ...{ id, regionCode },
  period: { start: at(from), end: at(to), openEnd: false },
});
const at = (time: number) => ({ earliest: time, latest: time, precision: "minute" as const });

describe("what gaps cover", () => {
  it("is sure only where it is possible, and the possible is what any single gap may cover", () => {
    fc.assert(
      fc.property(gaps, instant, fc.constantFrom(...REGIONS), (all, time, code) => {
        const { sure, possible } = silenceIn(code, all);
        const own = all.filter(({ regionCode }) => regionCode === null || regionCode === code);
        const any = (of: keyof Silence) => own.some(({ period }) => covers(silenceOfGap(period)[of], time));
        expect(covers(sure, time)).toBe(any("sure"));
        expect(covers(possible, time)).toBe(any("possible"));
        if (covers(sure, time)) expect(covers(possible, time)).toBe(true);
      }),
    );
  });

  it("is counted once where gaps overlap or touch, in spans that do neither", () => {
    const span = fc
      .tuple(instant, fc.integer({ min: 1, max: 9 }))
      .map(([from, more]) => ({ from, until: from + more }));
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const union = unionOfSpans(spans);
        for (const [index, one] of union.entries()) expect(one.from).toBeGreaterThan(union[index - 1]?.until ?? -1);
        const instants = new Set(
          spans.flatMap(({ from, until }) => Array.from({ length: until - from }, (_, i) => from + i)),
        );
        expect(union.reduce((sum, { from, until }) => sum + until - from, 0)).toBe(instants.size);
      }),
    );
    // Added up one by one, ten days and five of the same ten would be fifteen.
    expect(
      unionOfSpans([
        { from: 0, until: 10 },
        { from: 3, until: 8 },
      ]),
    ).toEqual([{ from: 0, until: 10 }]);
  });

  it("has no sure instant while nobody reported its end, and no end", () => {
    const open = silenceOfGap({ start: at(5), end: null, openEnd: false });
    expect(open).toEqual({ sure: [], possible: [{ from: 5, until: Number.POSITIVE_INFINITY }] });
  });
});

describe("regions without reports in a window", () => {
  it("are each once, sure or possible, and every gap that touches the window is named", () => {
    fc.assert(
      fc.property(gaps, instant, fc.integer({ min: 1, max: 24 }), (all, start, length) => {
        const { sure, possible, gapIds } = silentRegionsIn({ start, end: start + length }, REGIONS, all);
        expect(new Set([...sure, ...possible]).size).toBe(sure.length + possible.length);
        expect(gapIds.length > 0).toBe(sure.length + possible.length > 0);
        for (const code of sure) {
          for (let time = start; time < start + length; time += 1)
            expect(covers(silenceIn(code, all).sure, time)).toBe(true);
        }
      }),
    );
  });

  it("are only possible on a day that a gap fills in part", () => {
    const cut = [gap("c", "A", [10, 40])];
    expect(silentRegionsIn({ start: 0, end: 24 }, REGIONS, cut)).toEqual({ sure: [], possible: ["A"], gapIds: ["c"] });
    expect(silentRegionsIn({ start: 12, end: 36 }, REGIONS, cut)).toEqual({ sure: ["A"], possible: [], gapIds: ["c"] });
    expect(silentRegionsIn({ start: 48, end: 72 }, REGIONS, cut)).toEqual({ sure: [], possible: [], gapIds: [] });
  });

  it("are touched from the first instant of a gap to its last, which is included", () => {
    const cut = [gap("c", "A", [10, 40])];
    const none = { sure: [], possible: [], gapIds: [] };
    expect(silentRegionsIn({ start: 0, end: 10 }, REGIONS, cut)).toEqual(none);
    expect(silentRegionsIn({ start: 0, end: 11 }, REGIONS, cut)).toMatchObject({ possible: ["A"] });
    expect(silentRegionsIn({ start: 10, end: 40 }, REGIONS, cut)).toMatchObject({ sure: ["A"] });
    expect(silentRegionsIn({ start: 40, end: 50 }, REGIONS, cut)).toMatchObject({ possible: ["A"] });
    expect(silentRegionsIn({ start: 41, end: 50 }, REGIONS, cut)).toEqual(none);
  });
});

describe("spells", () => {
  it("hold every possible instant of every region, and no gap of nowhere", () => {
    fc.assert(
      fc.property(gaps, instant, (all, time) => {
        const spells = silentSpells(REGIONS, all);
        const now = spells.filter(({ possible }) => possible.from <= time && time < possible.until);
        const silent = REGIONS.filter((code) => covers(silenceIn(code, all).possible, time));
        expect(now.length).toBe(silent.length > 0 ? 1 : 0);
        for (const code of silent) expect(now[0]?.regions).toContain(code);
        const named = spells.flatMap(({ gapIds }) => gapIds);
        expect(named.toSorted()).toEqual(
          all
            .filter(({ regionCode }) => regionCode !== "elsewhere")
            .map(({ id }) => id)
            .toSorted(),
        );
      }),
    );
  });

  it("tell regions that were silent throughout from regions that were at times", () => {
    const [all] = silentSpells(REGIONS, [gap("c", null, [0, 10])]);
    expect(all).toMatchObject({ regions: REGIONS, sure: { from: 0, until: 10 }, throughout: true });
    const [some] = silentSpells(REGIONS, [gap("a", "A", [0, 10]), gap("b", "B", [5, 20])]);
    expect(some).toMatchObject({ regions: ["A", "B"], sure: { from: 0, until: 20 }, throughout: false });
    for (const part of [
      [0, 10],
      [10, 20],
      [5, 10],
    ] as [number, number][]) {
      const [spell] = silentSpells(REGIONS, [gap("a", "A", [0, 20]), gap("b", "B", part)]);
      expect(spell).toMatchObject({ sure: { from: 0, until: 20 }, throughout: false });
    }
  });

  it("are not silent throughout where a region has no sure gap, and nowhere surely where none is", () => {
    const open = { id: "o", regionCode: "B", period: { start: at(5), end: null, openEnd: false } };
    expect(silentSpells(REGIONS, [gap("a", "A", [0, 10]), open])).toMatchObject([
      { sure: { from: 0, until: 10 }, throughout: false },
    ]);
    expect(silentSpells(REGIONS, [open])).toMatchObject([{ sure: null, throughout: false }]);
  });

  it("keep apart what a time of reports parts", () => {
    expect(silentSpells(REGIONS, [gap("a", "A", [0, 5]), gap("b", "A", [9, 12])]).map(({ gapIds }) => gapIds)).toEqual([
      ["a"],
      ["b"],
    ]);
  });
});

it("tells what we did not do from what others could not", () => {
  expect(["internet_cut", "press_barred", "other", "not_searched", "counted_differently"].map(isOfMethod)).toEqual([
    ...[false, false, false, true, true],
  ]);
});
