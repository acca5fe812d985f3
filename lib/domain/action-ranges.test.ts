import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { syntheticFigure, syntheticMoment } from "@/prisma/seed/synthetic-record";
import { actionRanges, rangeOfDay } from "./action-ranges";
import { localClocks } from "./local-day";
import { exact, range, unknown } from "./quantity";
import type { FigureRow } from "./wave-record";

const clock = localClocks({ regions: [] })(null);
const people = (n: number) => exact(n, "people");
const said = (id: string, change: Partial<FigureRow>) => syntheticFigure(id, { actionId: "A1", ...change });
const of = (workforceIds: string[], ...figures: FigureRow[]) =>
  actionRanges({ id: "A1", workforceIds }, figures, clock);
const only = (workforceIds: string[], ...figures: FigureRow[]) => {
  const { ranges } = of(workforceIds, ...figures);
  expect(ranges).toHaveLength(1);
  return ranges[0]?.range;
};

describe("actionRanges", () => {
  it("never adds a figure of the whole to those of its workforces, which count the same people", () => {
    const whole = said("F1", { quantity: people(300) });
    const parts = [
      said("F2", { workforceId: "W1", quantity: people(100) }),
      said("F3", { workforceId: "W2", quantity: people(150) }),
    ];
    // Added one by one it would be 550.
    expect(only(["W1", "W2"], whole, ...parts)).toMatchObject({ lower: 300, upper: 300, basedOn: ["F1"] });
    expect(only(["W1", "W2"], ...parts)).toMatchObject({ lower: 250, upper: 250, basedOn: ["F2", "F3"] });
  });

  it("leaves an action open above while one of its workforces has no number: silence is no zero", () => {
    const one = said("F1", { workforceId: "W1", quantity: people(100) });
    const silent = said("F2", { workforceId: "W2", quantity: unknown("withheld", "people") });
    expect(only(["W1", "W2"], one)).toMatchObject({ lower: 100, upper: null });
    expect(only(["W1", "W2"], one, silent)).toMatchObject({ lower: 100, upper: null });
    expect(only([], one)).toMatchObject({ lower: 100, upper: null });
  });

  it("reads a claim that names no workforce as the only workforce's, so that both compete and are not added", () => {
    const named = said("F1", { workforceId: "W1", quantity: people(100) });
    const whole = said("F2", { quantity: people(300), claimant: "employer" });
    expect(only(["W1"], named, whole)).toMatchObject({ lower: 100, upper: 300, disputed: true });
  });

  it("falls back to the parts when the whole was mentioned without a number", () => {
    const silent = said("F1", { quantity: unknown("not_reported", "people") });
    const part = said("F2", { workforceId: "W1", quantity: people(100) });
    expect(only(["W1", "W2"], silent, part)).toMatchObject({ lower: 100, upper: null });
    expect(only(["W1", "W2"], silent)).toMatchObject({ lower: null, upper: null, unknownClaims: ["F1"] });
  });

  it("names the parts a number was put together from, and none where the whole was counted or nobody counted", () => {
    const silent = said("F1", { quantity: unknown("blackout", "people") });
    const parts = [
      said("F2", { workforceId: "W1", quantity: people(100) }),
      said("F3", { workforceId: "W2", quantity: unknown("withheld", "people") }),
    ];
    const partsOf = (...figures: FigureRow[]) => of(["W1", "W2"], ...figures).ranges.map((one) => one.parts);
    expect(partsOf(silent, ...parts)).toEqual([["W1"]]);
    expect(partsOf(...parts, said("F4", { quantity: people(300) }))).toEqual([[]]);
    expect(partsOf(...parts.slice(1), silent)).toEqual([[]]);
    expect(only(["W1", "W2"], ...parts.slice(1), silent)).toMatchObject({
      unknown: "blackout",
      unknownClaims: ["F3", "F1"],
    });
  });

  it("says of parts put together what holds of any of them, and knows nothing of unlike ones", () => {
    const sure = said("F1", { workforceId: "W1", quantity: people(100), standing: "preferred" });
    const other = said("F2", { workforceId: "W2", quantity: people(50), standing: "preferred" });
    expect(only(["W1", "W2"], sure, other)).toMatchObject({
      ...{ lower: 150, upper: 150, unknown: null, approximate: false, disputed: false, standingUsed: "preferred" },
      disputeReasons: [],
    });
    const rough = {
      ...other,
      quantity: { ...people(50), approximate: true },
      standing: "normal",
      disputed: true,
    } as const;
    const hidden = said("F3", { workforceId: "W2", quantity: unknown("withheld", "people") });
    expect(only(["W1", "W2"], sure, rough, hidden)).toMatchObject({
      ...{ lower: 150, upper: 150, unknown: null, approximate: true, disputed: true, standingUsed: "normal" },
      ...{ unknownClaims: ["F3"], disputeReasons: [{ code: "flagged_by_moderator", claims: ["F2"] }] },
    });
    expect(only(["W1", "W2"], sure, { ...other, quantity: exact(5, "days") })).toMatchObject({
      ...{ lower: null, upper: null, unknown: "not_reported" },
    });
  });

  it("keeps the days, the bases and the measures apart", () => {
    const { ranges } = of(
      ["W1"],
      said("F1", {}),
      said("F2", { asOf: syntheticMoment(2) }),
      said("F3", { basis: "peak" }),
      said("F4", { measure: "workers_indirectly_involved" }),
    );
    expect(ranges.map(({ measure, basis, day }) => `${measure} ${basis} ${day}`)).toEqual([
      "workers_directly_involved on_day 2030-05-01",
      "workers_directly_involved on_day 2030-05-02",
      "workers_directly_involved peak null",
      "workers_indirectly_involved on_day 2030-05-01",
    ]);
  });

  it("lets a later total replace an earlier one, which a sum would count again; a later silence replaces nothing", () => {
    const total = (id: string, day: number, n: number | null) =>
      said(id, {
        measure: "deaths",
        basis: "cumulative",
        asOf: syntheticMoment(day),
        quantity: n === null ? unknown("withheld", "people") : people(n),
      });
    expect(only(["W1"], total("F1", 1, 225), total("F2", 4, 238))).toMatchObject({ lower: 238, upper: 238 });
    expect(only(["W1"], total("F2", 4, 238), total("F1", 1, 225))).toMatchObject({ lower: 238, upper: 238 });
    expect(only(["W1"], total("F1", 1, 225), total("F2", 4, null))).toMatchObject({ lower: 225, upper: 225 });
    expect(only(["W1"], total("F2", 4, null))).toMatchObject({ lower: null, unknown: "withheld" });
    const instant = { earliest: 5, latest: 5, precision: "minute" as const };
    expect(only(["W1"], { ...total("F1", 1, 225), asOf: instant })).toMatchObject({ lower: 225, upper: 225 });
    const setAside = { ...total("F3", 6, 900), standing: "deprecated" as const };
    expect(only(["W1"], total("F1", 1, 225), setAside)).toMatchObject({ lower: 225, upper: 225 });
  });

  it("takes a peak for one number of the whole action, whenever it was said", () => {
    const peak = (id: string, day: number, n: number) =>
      said(id, { basis: "peak", asOf: syntheticMoment(day), quantity: people(n) });
    expect(only(["W1"], peak("F1", 1, 400), peak("F2", 5, 250))).toMatchObject({ lower: 250, upper: 400 });
  });

  it("puts a figure of a week on no day, and says so", () => {
    const week = { earliest: Date.UTC(2030, 4, 1), latest: Date.UTC(2030, 4, 8), precision: "week" as const };
    expect(of(["W1"], said("F1", { asOf: week }))).toEqual({
      ranges: [],
      loose: [{ actionId: "A1", measure: "workers_directly_involved", claims: ["F1"], reason: "no_day" }],
    });
  });

  it("says which claims are too unlike for a range", () => {
    const days = said("F2", { quantity: exact(5, "days") });
    expect(of(["W1"], said("F1", {}), days).loose).toMatchObject([{ claims: ["F1", "F2"], reason: "mixed_units" }]);
  });

  it("leaves rates alone", () => {
    const rate = said("F1", { measure: "participation_rate", quantity: exact(75, "percent") });
    const stopped = said("F2", { measure: "production_share_stopped", quantity: exact(40, "percent") });
    expect(of(["W1"], rate, stopped)).toEqual({ ranges: [], loose: [] });
  });

  it("holds the true number of any workforces whose figures are true", () => {
    const part = fc.tuple(fc.nat(500), fc.nat(50), fc.nat(50), fc.boolean());
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 5 }), (parts) => {
        const ids = parts.map((_, index) => `W${index}`);
        const figures = parts.flatMap(([truth, below, above, isSaid], index) =>
          isSaid
            ? [
                said(`F${index}`, {
                  workforceId: ids[index] ?? "",
                  quantity: range(Math.max(0, truth - below), truth + above, "people"),
                }),
              ]
            : [],
        );
        const truth = parts.reduce((sum, [own]) => sum + own, 0);
        for (const { range: found } of of(ids, ...figures).ranges) {
          expect(found.lower ?? 0).toBeLessThanOrEqual(truth);
          expect(found.upper ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(truth);
          expect(found.upper === null).toBe(figures.length < parts.length);
        }
      }),
    );
  });
});

describe("rangeOfDay", () => {
  const morning = said("F1", { asOf: syntheticMoment(1, [6, 12], "part_of_day"), quantity: people(100) });
  const evening = said("F2", { asOf: syntheticMoment(1, [18, 24], "part_of_day"), quantity: people(300) });

  it("never adds morning and evening: they are the same people at two times", () => {
    expect(rangeOfDay([evening, morning])).toMatchObject({ lower: 300, upper: 300, basedOn: ["F1", "F2"] });
    expect(rangeOfDay([morning, { ...evening, quantity: range(50, 80, "people") }])).toMatchObject({
      lower: 100,
      upper: 100,
    });
  });

  it("lets claims of meeting moments compete: the day's and the evening's differ, neither is simply more", () => {
    const day = said("F3", { quantity: people(50), claimant: "state" });
    expect(rangeOfDay([day, evening])).toMatchObject({ lower: 50, upper: 300, disputed: true });
  });

  it("is open where one moment is, and is not moved by a moment without a number", () => {
    const many = said("F3", {
      asOf: syntheticMoment(1, [18, 24], "part_of_day"),
      quantity: { ...people(20), upper: null },
    });
    expect(rangeOfDay([morning, many])).toMatchObject({ lower: 100, upper: null });
    const atMostBoth = [morning, evening].map((one) => ({ ...one, quantity: { ...one.quantity, lower: null } }));
    expect(rangeOfDay(atMostBoth)).toMatchObject({ lower: null, upper: 300 });
    const silent = { ...many, quantity: unknown("not_reported", "people") };
    expect(rangeOfDay([morning, silent])).toMatchObject({ lower: 100, upper: 100, unknownClaims: ["F3"] });
    const silentMorning = { ...morning, quantity: unknown("blackout", "people") };
    expect(rangeOfDay([silentMorning, silent])).toMatchObject({ lower: null, upper: null, unknown: "blackout" });
  });

  it("is as rough and as disputed as any of its moments", () => {
    expect(rangeOfDay([morning, evening])).toMatchObject({ approximate: false, disputed: false, disputeReasons: [] });
    const rough = { ...morning, quantity: { ...people(100), approximate: true }, disputed: true };
    expect(rangeOfDay([rough, evening])).toMatchObject({
      ...{ lower: 300, upper: 300, approximate: true, disputed: true },
      disputeReasons: [{ code: "flagged_by_moderator", claims: ["F1"] }],
    });
  });

  it("takes moments for one as long as a claim joins them, the shared instant included", () => {
    const from = (id: string, earliest: number, latest: number, n: number) =>
      said(id, { asOf: { earliest, latest, precision: "hour" }, quantity: people(n) });
    expect(rangeOfDay([from("F1", 0, 10, 100), from("F2", 10, 20, 300)])).toMatchObject({ lower: 100, upper: 300 });
    const chain = [from("F1", 0, 20, 100), from("F2", 5, 10, 150), from("F3", 15, 30, 300)];
    expect(rangeOfDay(chain)).toMatchObject({ lower: 100, upper: 300 });
    expect(rangeOfDay([...chain, from("F4", 31, 40, 200)])).toMatchObject({
      ...{ lower: 200, upper: 300, basedOn: ["F1", "F2", "F3", "F4"] },
    });
  });
});
