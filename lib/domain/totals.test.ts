import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import {
  syntheticAction,
  syntheticFigure,
  syntheticMoment,
  syntheticRecord,
  syntheticRegion,
} from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import type { Measure } from "./measure";
import { exact, unknown } from "./quantity";
import type { SpreadKind } from "./spread-records";
import { totalsOf } from "./totals";
import type { ActionRow, FigureRow, WaveRecord } from "./wave-record";

const regions = [syntheticRegion("R1"), syntheticRegion("R2")];
const strike = (id: string, change: Partial<ActionRow> = {}) =>
  syntheticAction(id, { regionId: "R1", workforceIds: [`W-${id}`], ...change });
const general = (id: string, change: Partial<ActionRow> = {}) =>
  strike(id, { general: true, scope: "region", workforceIds: [], ...change });
const peak = (id: string, actionId: string, n: number, change: Partial<FigureRow> = {}) =>
  syntheticFigure(id, { actionId, basis: "peak", quantity: exact(n, "people"), ...change });

function totals(
  parts: Partial<WaveRecord>,
  kind: SpreadKind = "strike",
  measure: Measure = "workers_directly_involved",
) {
  const found = totalsOf(syntheticRecord({ regions, ...parts })).find(
    (one) => one.kind === kind && one.measure === measure,
  );
  if (found === undefined) throw new Error(`no totals of ${kind} ${measure}`);
  return found;
}

describe("totalsOf", () => {
  it("adds equal figures of different strikes and says how many claims and how many strikes without any", () => {
    const actions = [strike("A1"), strike("A2"), strike("A3")];
    const [total] = totals({ actions, figures: [peak("F1", "A1", 100), peak("F2", "A2", 50)] }).totals;
    expect(total).toMatchObject({
      sum: { lower: 150, upper: 150, claims: 2, withoutFigure: 1, excludedGeneral: 0 },
      withGeneral: null,
      lacking: ["A3"],
    });
  });

  it("speaks of strikes and of protests even when nobody gave any number, and calls none zero", () => {
    const silent = syntheticFigure("F1", { actionId: "A1", quantity: unknown("not_reported", "people") });
    expect(totals({ actions: [strike("A1")], figures: [silent] })).toMatchObject({
      actions: ["A1"],
      withNumber: [],
      unknownClaims: ["F1"],
      totals: [],
    });
    expect(totals({}, "rally", "attendance")).toMatchObject({ actions: [], totals: [] });
  });

  it("never adds a crowd to strikers, or a peak to a day: one sum of all would count the same people again", () => {
    const actions = [strike("A1"), strike("A2"), strike("A3", { type: "rally", stoppage: "no", workforceIds: [] })];
    const figures = [
      peak("F1", "A1", 100),
      syntheticFigure("F2", { actionId: "A2", quantity: exact(70, "people") }),
      syntheticFigure("F3", { actionId: "A3", measure: "attendance", quantity: exact(900, "people") }),
    ];
    expect(totals({ actions, figures }).totals.map(({ basis, day, sum }) => [basis, day, sum])).toMatchObject([
      ["peak", null, { lower: 100, withoutFigure: 1 }],
      ["on_day", "2030-05-01", { lower: 70, withoutFigure: 1 }],
    ]);
    expect(totals({ actions, figures }, "rally", "attendance").totals).toMatchObject([{ sum: { lower: 900 } }]);
  });

  it("keeps days apart: added over days, a striker of three days would be three", () => {
    const on = (id: string, day: number) => syntheticFigure(id, { actionId: "A1", asOf: syntheticMoment(day) });
    const found = totals({ actions: [strike("A1")], figures: [on("F1", 1), on("F2", 2), on("F3", 3)] }).totals;
    expect(found.map(({ day, sum }) => [day, sum])).toMatchObject([
      ["2030-05-01", { lower: 100 }],
      ["2030-05-02", { lower: 100 }],
      ["2030-05-03", { lower: 100 }],
    ]);
  });

  it("counts among the lacking of a day only what went on then, and says apart whose end nobody reported", () => {
    const ended = { start: syntheticMoment(1), end: syntheticMoment(2), openEnd: false };
    const later = { start: syntheticMoment(8), end: null, openEnd: false };
    const actions = [
      strike("A1"),
      strike("A2", { period: ended }),
      strike("A3", { lastKnownAt: syntheticMoment(5).latest }),
      strike("A4"),
      strike("A5", { period: later }),
    ];
    const figures = [syntheticFigure("F1", { actionId: "A1", asOf: syntheticMoment(4) })];
    expect(totals({ actions, figures }).totals).toMatchObject([{ lacking: ["A3"], endUnknown: ["A4"] }]);
  });

  it("lets what is contradicted or retracted count nowhere", () => {
    const actions = [strike("A1"), strike("A2", { certainty: "contradicted" }), strike("A3", { state: "retracted" })];
    const figures = [
      peak("F1", "A1", 5),
      peak("F2", "A2", 7),
      peak("F3", "A3", 9),
      peak("F4", "A1", 99, { state: "retracted" }),
    ];
    expect(totals({ actions, figures })).toMatchObject({ actions: ["A1"], totals: [{ sum: { lower: 5, upper: 5 } }] });
  });

  it("counts an action that is both once for each measure, the crowd with the protests", () => {
    const both = strike("A1", { type: "rally", stoppage: "yes" });
    const crowd = syntheticFigure("F2", { actionId: "A1", measure: "attendance" });
    const found = totalsOf(syntheticRecord({ actions: [both], figures: [peak("F1", "A1", 5), crowd] }));
    expect(found.map(({ kind, measure, totals: all }) => [kind, measure, all.length])).toEqual([
      ["strike", "workers_directly_involved", 1],
      ["rally", "attendance", 1],
    ]);
  });

  it("puts what befell an action that is both with the protests alone, and names the actions with a number", () => {
    const both = strike("A1", { type: "rally", stoppage: "yes" });
    const arrests = syntheticFigure("F1", { actionId: "A1", measure: "arrests" });
    const found = totalsOf(syntheticRecord({ actions: [both, strike("A2")], figures: [arrests] }));
    expect(found.map(({ kind, measure, withNumber }) => [kind, measure, withNumber])).toEqual([
      ["strike", "workers_directly_involved", []],
      ["rally", "attendance", []],
      ["rally", "arrests", ["A1"]],
    ]);
  });

  it("names the claims of no day with their own measure alone", () => {
    const week = { earliest: Date.UTC(2030, 4, 1), latest: Date.UTC(2030, 4, 8), precision: "week" as const };
    const figures = [
      syntheticFigure("F1", { actionId: "A1", asOf: week }),
      syntheticFigure("F2", { actionId: "A1", measure: "attendance", asOf: week }),
      peak("F3", "A1", 5, { measure: "attendance" }),
    ];
    const actions = [strike("A1")];
    expect(totals({ actions, figures }).loose).toMatchObject([{ claims: ["F1"], reason: "no_day" }]);
    expect(totals({ actions, figures }, "strike", "attendance").loose).toMatchObject([{ claims: ["F2"] }]);
  });

  it("puts an area's strikers beside the strikes and its crowd beside the protests, each once", () => {
    const ofArea = { subject: "region", actionId: null, regionId: "R1" } as const;
    const figures = [
      syntheticFigure("F1", ofArea),
      syntheticFigure("F2", { ...ofArea, measure: "attendance" }),
      peak("F3", "A1", 5, { measure: "attendance" }),
    ];
    const found = totalsOf(syntheticRecord({ regions, actions: [strike("A1")], figures }));
    expect(
      found.map(({ kind, measure, beside }) => [kind, measure, beside.flatMap(({ range }) => range.basedOn)]),
    ).toEqual([
      ["strike", "workers_directly_involved", ["F1"]],
      ["strike", "attendance", []],
      ["rally", "attendance", ["F2"]],
    ]);
  });

  it("counts among the lacking also what only may have gone on that day", () => {
    const vague = { ...syntheticMoment(4), latest: syntheticMoment(5).latest };
    const actions = [strike("A1"), strike("A2", { period: { start: vague, end: null, openEnd: false } })];
    const figures = [syntheticFigure("F1", { actionId: "A1", asOf: syntheticMoment(4) })];
    expect(totals({ actions, figures }).totals).toMatchObject([{ lacking: ["A2"] }]);
  });

  it("holds a crowd of a strike without a protest among the strikes", () => {
    const crowd = syntheticFigure("F2", { actionId: "A1", measure: "attendance" });
    expect(totals({ actions: [strike("A1")], figures: [crowd] }, "strike", "attendance").totals).toHaveLength(1);
  });

  it("keeps figures of a region or of the whole wave beside, since they may count everybody again", () => {
    const actions = [strike("A1", { type: "rally", stoppage: "no" })];
    const crowd = { measure: "attendance" as const };
    const figures = [
      syntheticFigure("F1", { ...crowd, actionId: "A1", quantity: exact(5000, "people") }),
      syntheticFigure("F2", { ...crowd, quantity: exact(36_831, "people"), claimant: "state" }),
      syntheticFigure("F3", { ...crowd, quantity: exact(38_000, "people"), claimant: "state" }),
      syntheticFigure("F4", { ...crowd, subject: "region", regionId: "R1", quantity: exact(700, "people") }),
    ];
    const found = totals({ actions, figures }, "rally", "attendance");
    expect(found.totals).toMatchObject([{ sum: { lower: 5000, upper: 5000 } }]);
    expect(found.beside.map(({ regionId, range: { lower, upper } }) => [regionId, lower, upper])).toEqual([
      [null, 36_831, 38_000],
      ["R1", 700, 700],
    ]);
  });
});

describe("general strikes", () => {
  it("are in no sum of workplaces; with them, each stands for its area and the workplaces there are left out", () => {
    const actions = [general("G1"), strike("A1"), strike("A2", { regionId: "R2" })];
    const figures = [peak("F0", "G1", 90_000, { general: true }), peak("F1", "A1", 300), peak("F2", "A2", 500)];
    const [total] = totals({ actions, figures }).totals;
    // A naive total of everything would be 90,800 and count the 300 twice.
    expect(total?.sum).toMatchObject({ lower: 800, upper: 800, claims: 2, excludedGeneral: 1 });
    expect(total?.withGeneral).toMatchObject({ lower: 90_500, upper: 90_500, claims: 2, excludedGeneral: 0 });
    expect(total?.general.map(({ actionId }) => actionId)).toEqual(["G1"]);
  });

  it("have a total with them also where no workplace has a number", () => {
    const [total] = totals({
      actions: [general("G1"), strike("A1")],
      figures: [peak("F0", "G1", 900, { general: true })],
    }).totals;
    expect(total?.sum).toMatchObject({ refused: "nothing_to_add", withoutFigure: 1, excludedGeneral: 1 });
    expect(total?.withGeneral).toMatchObject({ lower: 900, withoutFigure: 1 });
  });

  it("of the whole country hold every workplace", () => {
    const actions = [
      general("G1", { regionId: null, scope: "national" }),
      strike("A1"),
      strike("A2", { regionId: null }),
    ];
    const figures = [peak("F0", "G1", 900, { general: true }), peak("F1", "A1", 300), peak("F2", "A2", 200)];
    expect(totals({ actions, figures }).totals[0]?.withGeneral).toMatchObject({ lower: 900, upper: 900 });
  });

  it("are not added where their areas may hold the same people, or a workplace is nobody knows where", () => {
    const both = [peak("F0", "G1", 900, { general: true }), peak("F1", "G2", 300, { general: true })];
    const sameArea = totals({ actions: [general("G1"), general("G2")], figures: both });
    expect(sameArea.totals[0]?.withGeneral).toEqual({ refused: "areas_overlap" });
    const inside = totals({ actions: [general("G1"), general("G2", { regionId: null })], figures: both });
    expect(inside.totals[0]?.withGeneral).toEqual({ refused: "areas_overlap" });
    const nowhere = totals({
      actions: [general("G1"), strike("A1", { regionId: null })],
      figures: [peak("F0", "G1", 900, { general: true }), peak("F1", "A1", 300)],
    });
    expect(nowhere.totals[0]?.withGeneral).toEqual({ refused: "place_unknown" });
  });

  it("without a number are said apart and are no workplaces without one", () => {
    const [total] = totals({ actions: [general("G1"), strike("A1")], figures: [peak("F1", "A1", 300)] }).totals;
    expect(total).toMatchObject({ withGeneral: null, lacking: [], generalLacking: ["G1"] });
  });
});

it("every action is either added, beside as general, or said to lack a number, and in one place only", () => {
  const kinds = fc.constantFrom("none", "silent", "number");
  const made = fc.array(fc.record({ figure: kinds, isGeneral: fc.boolean(), n: fc.nat(999) }), { maxLength: 8 });
  fc.assert(
    fc.property(made, (list) => {
      const actions = list.map(({ isGeneral }, index) => (isGeneral ? general(`A${index}`) : strike(`A${index}`)));
      const figures = list.flatMap(({ figure, isGeneral, n }, index) => {
        if (figure === "none") return [];
        const quantity = figure === "silent" ? unknown("withheld", "people") : exact(n, "people");
        return [peak(`F${index}`, `A${index}`, 0, { quantity, general: isGeneral })];
      });
      const found = totals({ actions, figures });
      expect(found.withNumber).toHaveLength(list.filter(({ figure }) => figure === "number").length);
      for (const { added, general: area, lacking, generalLacking, sum } of found.totals) {
        const everyone = [...added, ...area].map(({ actionId }) => actionId).concat(lacking, generalLacking);
        expect(everyone.toSorted()).toEqual(actions.map(({ id }) => id).toSorted());
        const truth = list.reduce(
          (all, { figure, isGeneral, n }) => all + (figure === "number" && !isGeneral ? n : 0),
          0,
        );
        expect("refused" in sum ? 0 : sum.lower).toBe(truth);
      }
    }),
  );
});

it("says of January 2022 that no strike has a number of strikers, and which crowds have one", () => {
  const record = waveRecordOfFiles(readRecordFiles());
  const [strikes, crowds] = totalsOf(record);
  expect(strikes).toMatchObject({ kind: "strike", measure: "workers_directly_involved", withNumber: [], totals: [] });
  expect(strikes?.actions).toHaveLength(12);
  expect(strikes?.unknownClaims).toEqual(["KZ22-F106", "KZ22-F107", "KZ22-F105", "KZ22-F101"]);
  expect(
    crowds?.totals.map(({ day, sum }) => [day, "refused" in sum ? sum : [sum.lower, sum.upper, sum.claims]]),
  ).toEqual([
    ["2022-01-03", [1030, 1030, 2]],
    ["2022-01-04", [11_000, null, 5]],
    ["2022-01-05", [10_020, null, 2]],
    ["2022-01-06", [300, 300, 1]],
  ]);
  expect(crowds?.beside.map(({ range }) => range.lower)).toEqual([700, 36_831, 50_000]);
});
