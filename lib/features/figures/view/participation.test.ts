import { describe, expect, it } from "vitest";
import { atLeast, exact, range, unknown } from "@/lib/domain/quantity";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { readMessages } from "@/lib/shared/i18n/messages";
import {
  syntheticAction as action,
  syntheticFigure as figure,
  syntheticSize as size,
  syntheticCut,
  syntheticMoment,
  syntheticRecord,
  syntheticRegion,
  syntheticWorkforce as workforce,
} from "@/prisma/seed/synthetic-record";
import { participationView } from "../view";
import { viewWords } from "./view-words";

const words = viewWords("en", await readMessages("en"));
const viewOf = (parts: Partial<WaveRecord>) => participationView(syntheticRecord(parts), words);
const strikeOf = (id: string, ...workforceIds: string[]) => action(id, { workforceIds });
const one = { workforces: [workforce("W1")], actions: [strikeOf("A1", "W1")] };
const about = { actionId: "A1", workforceId: "W1" };

describe("an unknown number", () => {
  const figures = [figure("F1", { ...about, quantity: unknown("withheld", "people") })];

  it("is words and never a point, least of all at zero", () => {
    const [row] = viewOf({ ...one, figures }).drawing.rows;
    expect(row?.scales).toEqual([]);
    expect(row?.remark).toEqual({ text: "the number was withheld", href: "/en/records/F1" });
    expect(row?.bars[0]?.hatched).toBe(true);
  });

  it("is not the zero that somebody reported", () => {
    const zero = [figure("F1", { ...about, quantity: exact(0, "people") })];
    const [row] = viewOf({ ...one, figures: zero }).drawing.rows;
    expect(row?.scales[0]?.points[0]).toMatchObject({ lower: 0, upper: 0 });
    expect(row?.remark).toBeNull();
    expect(row?.bars[0]?.hatched).toBe(false);
  });

  it("without any claim leads nowhere but is said", () => {
    expect(viewOf(one).drawing.rows[0]?.remark).toEqual({ text: "no one has reported a number", href: null });
  });
});

describe("figures", () => {
  const union = figure("F1", { ...about, quantity: range(300, 400, "people") });
  const employer = figure("F2", { ...about, claimant: "employer", quantity: exact(50, "people") });

  it("of claimants who share no number are disputed, with a band over both", () => {
    const [scale] = viewOf({ ...one, figures: [union, employer] }).drawing.rows[0]?.scales ?? [];
    expect(scale?.points.map((point) => point.disputed)).toEqual([true, true]);
    expect(scale?.bands).toEqual([expect.objectContaining({ lower: 50, upper: 400 })]);
    expect(scale?.max).toBe(400);
  });

  it("keep an open end open and percent apart from people", () => {
    const rate = figure("F3", { ...about, measure: "participation_rate", quantity: atLeast(60, "percent") });
    const scales = viewOf({ ...one, figures: [employer, rate] }).drawing.rows[0]?.scales ?? [];
    expect(scales.map(({ unit, max }) => [unit, max])).toEqual([
      ["percent", 100],
      ["people", 50],
    ]);
    expect(scales[0]?.points[0]).toMatchObject({ lower: 60, upper: null });
  });

  it("that are deprecated, retracted, of another workforce or of a crowd are not shown", () => {
    const figures = [
      figure("F1", { ...about, standing: "deprecated" }),
      figure("F2", { ...about, state: "retracted" }),
      figure("F3", { ...about, workforceId: "W2" }),
      figure("F4", { ...about, measure: "attendance" }),
    ];
    expect(viewOf({ ...one, figures }).drawing.rows[0]?.scales).toEqual([]);
  });
});

describe("a row whose only figures are disputed", () => {
  const figures = [figure("F1", { ...about, disputed: true })];

  it("stays hatched and says why", () => {
    const view = viewOf({ ...one, figures });
    const [row] = view.drawing.rows;
    expect(row?.bars[0]?.hatched).toBe(true);
    expect(row?.bars[0]?.title).toContain("its figures are all disputed");
    expect(view.key.find(({ mark }) => mark === "hatch")?.text).toBe("no one has reported a number, or it is disputed");
  });

  it("is drawn full as soon as one figure stands", () => {
    const later = figure("F2", { ...about, asOf: syntheticMoment(2) });
    expect(viewOf({ ...one, figures: [...figures, later] }).drawing.rows[0]?.bars[0]?.hatched).toBe(false);
  });
});

it("gives a figure of a whole action to a workforce only where no other took part", () => {
  const workforces = ["W1", "W2"].map((id) => workforce(id));
  const actions = [strikeOf("A1", "W1", "W2"), strikeOf("A2", "W1")];
  const figures = [figure("F1", { actionId: "A1" }), figure("F2", { actionId: "A2" })];
  const { rows } = viewOf({ workforces, actions, figures }).drawing;
  const points = rows.map((row) => [row.id, row.scales.flatMap((scale) => scale.points.map((point) => point.id))]);
  expect(Object.fromEntries(points)).toEqual({ W1: ["F2"], W2: [] });
});

it("marks what only one side says, in the row, the bar and the table", () => {
  const claimed = { ...strikeOf("A1", "W1"), certainty: "claimed" as const };
  const { drawing, table, file } = viewOf({ ...one, actions: [claimed] });
  expect(drawing.rows[0]?.details.map(({ text }) => text)).toContain("said by one side only");
  expect(drawing.rows[0]?.bars[0]?.title).toContain("said by one side only");
  expect(table.rows[0]?.cells[2]?.text).toBe("strike, said by one side only");
  expect(file.rows[0]?.[file.header.indexOf("certainty")]).toBe("claimed");
  expect(viewOf(one).table.rows[0]?.cells[2]?.text).toBe("strike");
});

it("says that no date was given instead of drawing one", () => {
  const start = { ...syntheticMoment(1), latest: syntheticMoment(31).latest };
  const dated = (precision: "month" | "none") => {
    const period = { start: { ...start, precision }, end: null, openEnd: false };
    return viewOf({ ...one, actions: [{ ...strikeOf("A1", "W1"), period }] }).drawing.rows[0];
  };
  expect(dated("none")?.undated).toEqual([{ text: "date not given", href: "/en/records/A1" }]);
  expect(dated("month")?.undated[0]?.text).toBe("date not given (May 2030)");
  expect([dated("none")?.bars, dated("month")?.bars]).toEqual([[], []]);
});

it("says the source's words where a rule made a number of them", () => {
  const rule = { id: "hundreds", version: 1 };
  const quantity = { ...range(200, 999, "people"), words: "hundreds", rule };
  const title = (given: typeof quantity | ReturnType<typeof range>) =>
    viewOf({ ...one, figures: [figure("F1", { ...about, quantity: given })] }).drawing.rows[0]?.scales[0]?.points[0]
      ?.title;
  expect(title(quantity)).toContain("200–999 (“hundreds”),");
  expect(title(range(200, 999, "people"))).not.toContain("“");
});

it("says in the file that nobody gave a number for a strike without a figure", () => {
  const figures = [figure("F1", about)];
  const actions = [strikeOf("A1", "W1"), strikeOf("A2", "W1")];
  const { file } = viewOf({ ...one, actions, figures });
  const [id, why] = ["record_id", "unknown"].map((column) => file.header.indexOf(column));
  expect(file.rows.map((fields) => [fields[id ?? -1], fields[why ?? -1]])).toEqual([
    ["A1", ""],
    ["A2", "not_reported"],
    ["F1", ""],
  ]);
});

describe("rows", () => {
  it("come by first day, then by size", () => {
    const actions = [
      action("A1", { workforceIds: ["W1"], period: { start: syntheticMoment(2), end: null, openEnd: false } }),
      strikeOf("A2", "W2"),
      strikeOf("A3", "W3"),
    ];
    const workforces = ["W1", "W2", "W3"].map((id) => workforce(id));
    const view = viewOf({ workforces, actions, workforceSizes: [size("H1", "W3", 900), size("H2", "W2", 100)] });
    expect(view.drawing.rows.map((row) => row.id)).toEqual(["W3", "W2", "W1"]);
    expect(view.drawing.rows[0]?.details.at(-1)).toEqual({ text: "900 workers (2030)", href: "/en/records/H1" });
  });

  it("leave out rallies, strikes without stoppage and what is contradicted", () => {
    const actions = [
      action("A1", { workforceIds: ["W1"], type: "rally", stoppage: "unclear" }),
      action("A2", { workforceIds: ["W1"], stoppage: "no" }),
      action("A3", { workforceIds: ["W1"], certainty: "contradicted" }),
    ];
    const view = viewOf({ workforces: [workforce("W1")], actions });
    expect(view.drawing.rows).toEqual([]);
    expect(view.head.finding).toBe("No workforce is known to have been on strike");
  });

  it("end where knowledge ends", () => {
    const start = syntheticMoment(1, [8, 8], "hour");
    const end = syntheticMoment(4);
    const lastKnownAt = syntheticMoment(3).latest;
    const bars = [
      action("A1", { workforceIds: ["W1"], period: { start, end, openEnd: false } }),
      action("A2", { workforceIds: ["W1"], period: { start, end: null, openEnd: true } }),
      action("A3", { workforceIds: ["W1"], period: { start, end: null, openEnd: false }, lastKnownAt }),
    ];
    const [row] = viewOf({ workforces: [workforce("W1")], actions: bars }).drawing.rows;
    expect(row?.bars.map(({ knownUntil, endLatest, tail }) => [knownUntil, endLatest, tail])).toEqual([
      [end.earliest, end.latest, "ended"],
      [start.latest, start.latest, "open"],
      [lastKnownAt, lastKnownAt, "unreported"],
    ]);
  });
});

it("lays the veil over the days of the cut only, inside the axis", () => {
  const { axis, veils } = viewOf({ ...one, coverageNotes: [syntheticCut("C1", 8, 20)] }).drawing;
  expect(veils).toEqual([expect.objectContaining({ from: axis.days[7]?.start, to: axis.end, latest: axis.end })]);
});

it("draws a note on method as a line with words, never as a veil", () => {
  const { drawing } = viewOf({ ...one, coverageNotes: [{ ...syntheticCut("C1", 2, 20), cause: "not_searched" }] });
  expect(drawing.veils).toEqual([]);
  expect(drawing.notes).toEqual([
    {
      ...{ id: "C1", isMethod: true, href: "/en/records/C1", text: "not every source was searched" },
      ...{ from: drawing.axis.days[1]?.start, to: drawing.axis.end },
    },
  ]);
});

it("lays the veil of a region over the rows of that region alone, and says of cuts together where they were", () => {
  const inRegion = (id: string, regionId: string) => ({ ...syntheticCut(id, 2, 3), regionId });
  const regions = ["ZZ-A", "ZZ-B", "ZZ-C"].map((id) => syntheticRegion(id));
  const workforces = ["W1", "W2"].map((id, index) => workforce(id, { regionId: regions[index]?.id ?? null }));
  const actions = [strikeOf("A1", "W1"), strikeOf("A2", "W2")];
  const coverageNotes = [inRegion("C1", "ZZ-A"), inRegion("C2", "ZZ-B"), inRegion("C3", "ZZ-C")];
  const { drawing, file } = viewOf({ regions, workforces, actions, coverageNotes });
  expect(drawing.rows.map((row) => row.regions)).toEqual([["ZZ-A"], ["ZZ-B"]]);
  expect(drawing.veils.map(({ id, regionId }) => [id, regionId])).toEqual([
    ["C1", "ZZ-A"],
    ["C2", "ZZ-B"],
  ]);
  expect(drawing.notes.map(({ text }) => text)).toEqual(["internet cut (2 regions)"]);
  expect(file.header.at(-1)).toBe("coverage_note_ids");
});

it("makes nothing sure of a cut whose end nobody reported", () => {
  const cut = syntheticCut("C1", 3, 4);
  const { axis, veils } = viewOf({ ...one, coverageNotes: [{ ...cut, period: { ...cut.period, end: null } }] }).drawing;
  expect(veils[0]).toMatchObject({ from: axis.days[2]?.start, to: axis.days[2]?.start, latest: axis.end });
});

it("names in the file the cuts that may touch a mark, in its region and time", () => {
  const coverageNotes = [
    { ...syntheticCut("C1", 1, 2), regionId: "ZZ-A" },
    { ...syntheticCut("C2", 1, 2), regionId: "ZZ-B" },
    syntheticCut("C3", 5, 6),
  ];
  const regions = ["ZZ-A", "ZZ-B"].map((id) => syntheticRegion(id));
  const actions = [action("A1", { workforceIds: ["W1"], regionId: "ZZ-A" })];
  const { file } = viewOf({ regions, workforces: [workforce("W1")], actions, coverageNotes });
  expect(file.rows.map((row) => row.at(-1))).toEqual(["C1"]);
});

it("shows in the table and in the file one row per mark, the same records in the same order", () => {
  const figures = [figure("F1", { ...about, quantity: range(10, 20, "people") })];
  const { table, file } = viewOf({ ...one, figures });
  const id = file.header.indexOf("record_id");
  expect(table.rows.map((row) => row.id)).toEqual(["A1", "F1"]);
  expect(file.rows.map((fields) => fields[id])).toEqual(["A1", "F1"]);
  expect(table.rows[1]?.cells[4]?.text).toBe("10–20");
  const [lower, upper] = ["lower", "upper"].map((name) => file.rows[1]?.[file.header.indexOf(name)]);
  expect([lower, upper]).toEqual(["10", "20"]);
});

it("says how many have a figure, and whether they are disputed", () => {
  const workforces = ["W1", "W2"].map((id) => workforce(id));
  const actions = [strikeOf("A1", "W1"), strikeOf("A2", "W2")];
  const figures = [figure("F1", { ...about, disputed: true }), figure("F2", { actionId: "A2", workforceId: "W2" })];
  expect(viewOf({ workforces, actions, figures }).head).toMatchObject({
    finding: "Two workforces were reported on strike; 2 have figures, some of them disputed",
    coverage: "2 of 2 workforces have a figure",
  });
  expect(viewOf(one).head.finding).toBe(
    "One workforce was reported on strike; on how many took part, no one has reported a number",
  );
});
