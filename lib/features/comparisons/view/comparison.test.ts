import { describe, expect, it } from "vitest";
import { unknown } from "@/lib/domain/quantity";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { chartView } from "@/lib/features/figures/view";
import { viewWords } from "@/lib/features/figures/view/view-words";
import { loadRegions } from "@/lib/features/regions/loaders";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import {
  syntheticAction,
  syntheticCut,
  syntheticFigure,
  syntheticRecord,
  syntheticRegion,
} from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { comparisonFile } from "./compared";
import { regionLanes } from "./lanes";
import { comparedRegions } from "./regions";
import { comparedWorkforces } from "./workforces";

const record = waveRecordOfFiles(readRecordFiles());
const words = await readingWords("en");
const contextOf = (of: WaveRecord) => loadRegions(readingContext(of, words));
const context = await contextOf(record);
const regions = ["ZZ-A", "ZZ-B"].map((id) => syntheticRegion(id));
const rally = (id: string, regionId: string) => syntheticAction(id, { regionId, type: "rally", stoppage: "unclear" });

describe("regions side by side", () => {
  it("stand in the order asked for, each with the same rows", () => {
    const { subjects, rows } = comparedRegions(["KZ-ALA", "KZ-MAN"], context);
    expect(subjects.map(({ id }) => id)).toEqual(["KZ-ALA", "KZ-MAN"]);
    expect(rows.slice(0, 2).map(({ label }) => label)).toEqual(["First strike", "First rally or other protest"]);
    expect(rows.every(({ cells }) => cells.length === 2)).toBe(true);
    const rallies = rows.find(({ key }) => key === "first_rally")?.cells;
    expect(rallies?.[1]).toMatchObject({ remarks: ["place in the order: 1"] });
  });

  it("say of each how many actions nobody gave a number for", async () => {
    const made = syntheticRecord({
      regions,
      actions: [rally("A1", "ZZ-A"), rally("A2", "ZZ-A"), rally("A3", "ZZ-B")],
      figures: [syntheticFigure("F1", { actionId: "A1", measure: "attendance" })],
    });
    const { rows } = comparedRegions(["ZZ-A", "ZZ-B"], await contextOf(made));
    const rallies = rows.find(({ key }) => key === "rallies");
    expect(rallies?.cells.map((cell) => [cell?.text, cell?.without])).toEqual([
      ["2", 1],
      ["1", 1],
    ]);
    const largest = rows.find(({ key }) => key === "largest_figure attendance");
    expect(largest?.cells.map((cell) => cell?.claimIds ?? null)).toEqual([["F1"], null]);
  });

  it("say beside the largest number that elsewhere somebody gave none", async () => {
    const made = syntheticRecord({
      regions,
      actions: [rally("A1", "ZZ-A"), rally("A2", "ZZ-A")],
      figures: [
        syntheticFigure("F1", { actionId: "A1", measure: "attendance" }),
        syntheticFigure("F2", { actionId: "A2", measure: "attendance", quantity: unknown("not_reported", "people") }),
      ],
    });
    const [subject] = comparedRegions(["ZZ-A"], await contextOf(made)).subjects;
    const largest = subject?.values.find(({ indicator }) => indicator === "largest_figure");
    expect(largest).toMatchObject({ claimIds: ["F1"] });
    expect(largest?.remarks).toContain("1 more claim gives no number");
  });

  it("leave the upper number of days open where reports were cut, and of places where one is not named", async () => {
    const made = syntheticRecord({
      regions,
      actions: [rally("A1", "ZZ-A")],
      coverageNotes: [syntheticCut("C1", 2, 3)],
    });
    const [subject] = comparedRegions(["ZZ-A"], await contextOf(made)).subjects;
    const of = (indicator: string) => subject?.values.find((value) => value.indicator === indicator);
    expect(of("days_with_rally")).toMatchObject({ lower: 1, upper: null });
    expect(of("days_with_rally")?.text).toBe("at least 1");
    expect(of("places")).toMatchObject({ lower: 0, upper: null });
    expect(of("first_strike")).toMatchObject({ coverageNoteIds: ["C1"], lower: null, start: null });
  });

  it("say the same in the file as in the table, and nothing of what nobody knows", () => {
    const comparison = comparedRegions(["KZ-MAN", "KZ-AKM"], context);
    const { header, rows } = comparisonFile(comparison);
    const cells = comparison.rows.flatMap(({ cells: own }) => own.filter((cell) => cell !== null));
    expect(rows).toHaveLength(cells.length);
    const field = (row: string[] | undefined, name: string) => row?.[(header as string[]).indexOf(name)];
    const people = rows.find((row) => row[1] === "KZ-MAN" && row[2] === "population");
    expect([field(people, "lower"), field(people, "upper"), field(people, "unit")]).toEqual([
      "745909",
      "745909",
      "people",
    ]);
    const never = rows.find((row) => row[1] === "KZ-AKM" && row[2] === "first_strike");
    expect([field(never, "start_earliest"), field(never, "lower"), field(never, "unit")]).toEqual(["", "", ""]);
  });
});

describe("the lanes of regions", () => {
  it("have one scale for all, and a day on which nobody gave a number has no height", async () => {
    const { lanes, max, days } = regionLanes(["KZ-MAN", "KZ-ALA"], context);
    expect(days).toHaveLength(12);
    const ends = lanes.flatMap(({ crowds }) =>
      crowds.flatMap(({ largest }) => largest?.size.upper ?? largest?.size.lower ?? []),
    );
    expect(max).toBeGreaterThanOrEqual(Math.max(...ends));
    const made = syntheticRecord({ regions, actions: [rally("A1", "ZZ-A")] });
    const [lane] = regionLanes(["ZZ-A"], await contextOf(made)).lanes;
    expect(lane?.scale).toEqual({ isCounted: false, text: expect.stringMatching(/^No one has given a number/) });
    const [silent] = regionLanes(["ZZ-B"], await contextOf(made)).lanes;
    expect(silent).toMatchObject({ crowds: [], scale: { isCounted: false, text: "No gathering is on record here." } });
    expect(lanes.map(({ scale }) => scale.isCounted)).toEqual([true, true]);
    expect(lane?.crowds).toMatchObject([{ day: 0, largest: null, title: "1 May 2030: 1 gathering, no number" }]);
  });
});

describe("workforces side by side", () => {
  it("are found by either name, each once, with their size and largest figures", () => {
    const slug = record.workforces.find(({ id }) => id === "KZ22-W1")?.slug ?? "";
    const { subjects, rows } = comparedWorkforces([slug, "KZ22-W1", "tengizchevroil-oil-workers"], context);
    expect(subjects.map(({ id }) => id)).toHaveLength(2);
    const rate = rows.find(({ key }) => key === "largest_figure participation_rate");
    expect(rate?.cells[1]).toMatchObject({ text: "75 %", remarks: expect.arrayContaining(["disputed"]) });
    expect(rows.find(({ key }) => key === "size")?.cells).toHaveLength(2);
  });

  it("are drawn in the order asked for, people on every row up to the same number", async () => {
    const ids = record.workforces.slice(0, 6).map(({ id }) => id);
    const chartWords = viewWords("en", await readMessages("en"));
    const { drawing } = chartView("participation", record, chartWords, { workforceIds: ids.toReversed() });
    if (drawing.kind !== "participation") throw new Error(drawing.kind);
    const drawn = drawing.rows.map(({ id }) => id);
    expect(drawn).toEqual(ids.toReversed().filter((id) => drawn.includes(id)));
    const maxima = drawing.rows.flatMap(({ scales }) =>
      scales.filter(({ unit }) => unit === "people").map(({ max }) => max),
    );
    expect(new Set(maxima).size).toBeLessThanOrEqual(1);
  });
});
