import { describe, expect, it } from "vitest";
import { atLeast, exact, unknown } from "@/lib/domain/quantity";
import { totalsOf } from "@/lib/domain/totals";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { readMessages } from "@/lib/shared/i18n/messages";
import {
  syntheticAction,
  syntheticCut,
  syntheticFigure,
  syntheticMoment,
  syntheticRecord,
  syntheticRegion,
} from "@/prisma/seed/synthetic-record";
import { crowdsView } from "../view";
import { viewWords } from "./view-words";

const words = viewWords("en", await readMessages("en"));
const rally = (id: string) => syntheticAction(id, { type: "rally", stoppage: "no", regionId: "ZZ-A" });
const crowd = (id: string, columns: Partial<FigureRow>) =>
  syntheticFigure(id, { measure: "attendance", claimant: "press", ...columns });
const regions = [syntheticRegion("ZZ-A"), syntheticRegion("ZZ-B")];
const viewOf = (parts: Partial<WaveRecord>) => crowdsView(syntheticRecord({ regions, ...parts }), words);
const of = (actionId: string, people: number) =>
  crowd(`F-${actionId}`, { actionId, quantity: exact(people, "people") });

describe("gatherings nobody has counted", () => {
  it("are named and led to, and have no place on the scale", () => {
    const actions = [rally("A1"), rally("A2"), rally("A3")];
    const figures = [of("A1", 500), crowd("F2", { actionId: "A2", quantity: unknown("not_reported", "people") })];
    const [day] = viewOf({ actions, figures }).drawing.days;
    expect(day?.lines.map((line) => line.claims.map((claim) => claim.id))).toEqual([["F-A1"]]);
    expect(day?.unknown?.names.map(({ href }) => href)).toEqual(["/en/records/F2", "/en/records/A3"]);
    expect(day?.unknown?.text).toBe("2 gatherings: no one has reported a number");
  });
});

describe("a sum", () => {
  const actions = ["A1", "A2", "A3"].map(rally);

  it("is said with its coverage, and is open when a part is", () => {
    const figures = [of("A1", 500), crowd("F2", { actionId: "A2", quantity: atLeast(200, "people") })];
    expect(viewOf({ actions, figures }).drawing.days[0]?.total).toBe(
      "Added up over 2 gatherings: at least 700 people; 1 more has no number that can be added",
    );
  });

  it("holds nobody of a gathering that was retracted or that others contradict", () => {
    const gone = { ...rally("A2"), state: "retracted" as const };
    const denied = { ...rally("A3"), certainty: "contradicted" as const };
    const figures = [of("A1", 500), of("A2", 300), of("A3", 200), of("A4", 30)];
    const { drawing } = viewOf({ actions: [rally("A1"), gone, denied, rally("A4")], figures });
    expect(drawing.days[0]?.total).toBe("Added up over 2 gatherings: 530 people; each has a number");
    expect(drawing.days[0]?.lines.map(({ claims }) => claims[0]?.id)).toEqual(["F-A1", "F-A4"]);
  });

  it("is that of the totals, also where one count is of the day and one of an hour of it", () => {
    const hour = { ...syntheticMoment(1), earliest: syntheticMoment(1).latest - 3_600_000 };
    const figures = [
      of("A1", 1000),
      crowd("F9", { actionId: "A1", quantity: exact(3000, "people"), asOf: hour }),
      of("A2", 30),
    ];
    const record = syntheticRecord({ regions, actions: [rally("A1"), rally("A2")], figures });
    const attendance = totalsOf(record).find(({ measure, kind }) => measure === "attendance" && kind === "rally");
    const total = attendance?.totals.find(({ basis }) => basis === "on_day")?.sum;
    expect(total).toMatchObject({ lower: 1030, upper: 3030 });
    expect(crowdsView(record, words).drawing.days[0]?.total).toContain("1,030–3,030 people");
  });

  it("never counts the country's or a region's figure again, nor one claim alone", () => {
    const whole = crowd("F8", { quantity: exact(9000, "people") });
    const region = crowd("F9", { subject: "region", regionId: "ZZ-A", quantity: exact(4000, "people") });
    const { drawing } = viewOf({ actions, figures: [whole, region, of("A1", 500)] });
    expect(drawing.days[0]?.total).toBeNull();
    const both = viewOf({ actions, figures: [whole, region, of("A1", 500), of("A2", 300)] });
    expect(both.drawing.days[0]?.total).toContain("800 people");
    expect(both.drawing.days[0]?.lines[0]?.name.text).toBe("Whole country");
  });

  it("counts with those without a number what has one that may not be added", () => {
    const basis = crowd("F2", { actionId: "A2", basis: "peak", quantity: exact(200, "people") });
    const general = crowd("F4", { actionId: "A4", general: true, quantity: exact(900, "people") });
    const four = [...actions, rally("A4"), rally("A5")];
    const { drawing } = viewOf({ actions: four, figures: [of("A1", 500), basis, of("A3", 300), general] });
    expect(drawing.days[0]?.total).toBe(
      "Added up over 2 gatherings: 800 people; 3 more have no number that can be added",
    );
    const alone = viewOf({ actions: four, figures: [of("A1", 500), general] });
    expect(alone.drawing.days[0]?.total).toBeNull();
  });

  it("takes competing claims about one crowd once, as their hull", () => {
    const state = crowd("F7", { actionId: "A1", claimant: "state", quantity: exact(100, "people") });
    const { drawing } = viewOf({ actions, figures: [of("A1", 500), state, of("A2", 300)] });
    const [day] = drawing.days;
    expect(day?.total).toContain("400–800 people");
    const line = day?.lines.find((one) => one.claims.length === 2);
    expect(line?.band).toEqual({ lower: 100, upper: 500 });
    expect(line?.claims.every((claim) => claim.disputed)).toBe(true);
  });
});

it("keeps days apart and marks the day of a cut", () => {
  const late = { ...of("A1", 700), asOf: syntheticMoment(3) };
  const view = viewOf({ actions: [rally("A1")], figures: [late], coverageNotes: [syntheticCut("C1", 3, 4)] });
  expect(view.drawing.days.map(({ id, veil }) => [id, veil?.href])).toEqual([["2030-05-03", "/en/records/C1"]]);
});

it("narrows to one region without the country's figures", () => {
  const whole = crowd("F8", { quantity: exact(9000, "people") });
  const record = syntheticRecord({ regions, actions: [rally("A1")], figures: [whole, of("A1", 500)] });
  const lines = (regionId: string) => crowdsView(record, words, { regionId }).drawing.days.flatMap((day) => day.lines);
  expect(lines("ZZ-A").map((line) => line.claims[0]?.id)).toEqual(["F-A1"]);
  expect(lines("ZZ-B")).toEqual([]);
});

it("shows in the table and in the file the same rows", () => {
  const { table, file } = viewOf({ actions: [rally("A1"), rally("A2")], figures: [of("A1", 500)] });
  const id = file.header.indexOf("record_id");
  expect(table.rows.map((row) => row.id)).toEqual(["F-A1", "A2"]);
  expect(file.rows.map((fields) => fields[id])).toEqual(["F-A1", "A2"]);
  expect(file.rows[1]?.slice(file.header.indexOf("measure"))).toEqual(
    file.header.slice(5).map((column) => (column === "unknown" ? "not_reported" : "")),
  );
});
