import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { acceptedRange } from "./accepted";
import {
  competingFigures,
  competingSizes,
  figureQuestion,
  figuresByQuestion,
  sizeQuestion,
  sizesByQuestion,
} from "./competing-claims";
import { BASES, CLAIMANTS, MEASURES } from "./measure";
import { exact } from "./quantity";
import type { ActionRow, FigureRow, WaveRecord } from "./wave-record";

const real = waveRecordOfFiles(readRecordFiles());
const [someFigure] = real.figures;
const [someAction] = real.actions;
const [someSize] = real.workforceSizes;
if (!someFigure || !someAction || !someSize) throw new Error("The record has no figures, actions or sizes.");

const at = (earliest: number, latest = earliest) => ({ earliest, latest, precision: "day" as const });
const figure = (id: string, change: Partial<FigureRow> = {}): FigureRow => ({
  ...someFigure,
  ...{ id, subject: "action", actionId: "A1", eventId: null, regionId: null, workforceId: null },
  ...{ measure: "workers_directly_involved", basis: "on_day", general: false, quantity: exact(5, "people") },
  ...{ asOf: at(0), claimant: "union", standing: "normal", disputed: false, state: "published" },
  ...change,
});
const action = (id: string, workforceIds: string[]): ActionRow => ({ ...someAction, id, workforceIds });
const actions = [action("A1", ["W1"]), action("A2", ["W1", "W2"]), action("A3", [])];
const recordOf = (figures: FigureRow[]): WaveRecord => ({ ...real, actions, figures });

const places: Partial<FigureRow>[] = [
  { subject: "action", actionId: "A1" },
  { subject: "action", actionId: "A2" },
  { subject: "action", actionId: "A3" },
  { subject: "event", actionId: null, eventId: "E1" },
  { subject: "region", actionId: null, regionId: "R1" },
  { subject: "wave", actionId: null },
];
const anyFigures = fc
  .array(
    fc.record({
      place: fc.constantFrom(...places),
      workforceId: fc.constantFrom(null, "W1", "W2"),
      measure: fc.constantFrom(...MEASURES),
      basis: fc.constantFrom(...BASES),
      quantity: fc.constantFrom(exact(5, "people"), exact(5, "percent")),
      asOf: fc.constantFrom(at(0), at(0, 9), at(9)),
      state: fc.constantFrom("published" as const, "retracted" as const),
      claimant: fc.constantFrom(...CLAIMANTS),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map(({ place, ...rest }, index) => figure(`F${index}`, { ...place, ...rest })));

describe("figuresByQuestion", () => {
  it("puts every figure into exactly one group, and no range of a group is ever refused for a mixture", () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const groups = figuresByQuestion(figures, { actions });
        expect(groups.flat().toSorted(byId)).toEqual(figures.toSorted(byId));
        for (const group of groups) expect(acceptedRange(group)).not.toHaveProperty("refused");
      }),
    );
  });

  it("groups what competes, whoever is asked about it and in whatever order", () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const published = figures.filter(({ state }) => state === "published");
        const groups = figuresByQuestion(published, { actions });
        for (const one of published) {
          const group = groups.find((members) => members.includes(one));
          expect(competingFigures(one, recordOf(figures))).toEqual(group);
          expect(competingFigures(one, recordOf(figures.toReversed())).toSorted(byId)).toEqual(group?.toSorted(byId));
        }
      }),
    );
  });
});

describe("figureQuestion and sizeQuestion", () => {
  it("keep the ends of two moments apart", () => {
    const ofMoment = (asOf: FigureRow["asOf"]) => figureQuestion(figure("F1", { asOf }), []);
    expect(ofMoment(at(1, 234))).not.toBe(ofMoment(at(12, 34)));
    const sizeOf = (asOf: FigureRow["asOf"]) => sizeQuestion({ ...someSize, asOf });
    expect(sizeOf(at(1, 234))).not.toBe(sizeOf(at(12, 34)));
  });

  it("group a claim of no workforce with those of the only one", () => {
    const pair = [figure("F1"), figure("F2", { workforceId: "W1" })];
    expect(figuresByQuestion(pair, { actions })).toEqual([pair]);
    expect(figuresByQuestion(pair, { actions: [] })).toHaveLength(2);
  });
});

describe("competingFigures", () => {
  const ids = (one: FigureRow, ...others: FigureRow[]) =>
    competingFigures(one, recordOf([one, ...others])).map(({ id }) => id);

  it("reads no workforce as the only one of the action, which comparing columns takes for another subject", () => {
    expect(ids(figure("F1"), figure("F2", { workforceId: "W1" }))).toEqual(["F1", "F2"]);
    const ofSeveral = figure("F1", { actionId: "A2" });
    expect(ids(ofSeveral, figure("F2", { actionId: "A2", workforceId: "W1" }))).toEqual(["F1"]);
  });

  it("takes a crowd for the action's, whatever workforce its source named", () => {
    const crowd = { actionId: "A2", measure: "attendance" } as const;
    expect(ids(figure("F1", crowd), figure("F2", { ...crowd, workforceId: "W2" }))).toEqual(["F1", "F2"]);
  });

  it("keeps claims of two actions of one moment apart", () => {
    expect(ids(figure("F1"), figure("F2", { actionId: "A3", workforceId: "W1" }))).toEqual(["F1"]);
  });

  it("leaves out what is retracted, but not the retracted figure whose page it is", () => {
    const gone = figure("F1", { state: "retracted" });
    expect(ids(gone, figure("F2"))).toEqual(["F1", "F2"]);
    expect(ids(figure("F2"), gone)).toEqual(["F2"]);
  });

  it.each([
    ["measure", { measure: "participation_rate" }],
    ["basis", { basis: "peak" }],
    ["unit", { quantity: exact(5, "percent") }],
    ["start of the moment", { asOf: at(1, 1) }],
    ["end of the moment", { asOf: at(0, 9) }],
    ["action", { actionId: "A3" }],
    ["event", { actionId: null, eventId: "E1" }],
    ["region", { actionId: null, regionId: "R1" }],
    ["general strike", { general: true }],
  ] as [string, Partial<FigureRow>][])("tells questions apart by %s", (_, change) => {
    const workforces = ["W1"];
    expect(figureQuestion(figure("F2", change), workforces)).not.toBe(figureQuestion(figure("F1"), workforces));
  });

  it("is not told apart by who says so, how much, or how it stands", () => {
    const other = { claimant: "state", quantity: exact(9, "people"), standing: "deprecated", disputed: true } as const;
    expect(figureQuestion(figure("F2", other), [])).toBe(figureQuestion(figure("F1"), []));
  });
});

describe("competingSizes", () => {
  it("are those of one workforce, one moment and one group of workers", () => {
    const size = { ...someSize, id: "N1", state: "published" as const };
    const same = { ...size, id: "N2", claimant: "state" as const };
    const others = [
      { ...size, id: "N3", comparable: !size.comparable },
      { ...size, id: "N4", workforceId: "W9" },
      { ...size, id: "N5", asOf: at(size.asOf.earliest + 1) },
      { ...size, id: "N6", asOf: at(size.asOf.earliest, size.asOf.latest + 1) },
    ];
    const gone = { ...same, id: "N7", state: "retracted" as const };
    const workforceSizes = [size, same, ...others, gone];
    expect(competingSizes(size, { ...real, workforceSizes }).map(({ id }) => id)).toEqual(["N1", "N2"]);
    expect(competingSizes(gone, { ...real, workforceSizes }).map(({ id }) => id)).toEqual(["N1", "N2", "N7"]);
    expect(sizesByQuestion([size, same, ...others])).toHaveLength(others.length + 1);
    expect(new Set([size, ...others].map(sizeQuestion)).size).toBe(others.length + 1);
  });
});

function byId(one: { id: string }, other: { id: string }): number {
  return one.id.localeCompare(other.id, "en", { numeric: true });
}
