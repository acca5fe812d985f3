import { expect, it } from "vitest";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import {
  syntheticAction as action,
  syntheticCut,
  syntheticMoment,
  syntheticRecord,
  syntheticRegion,
  syntheticWorkforce,
} from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { reachView } from "../view";
import { viewWords } from "./view-words";

const words = viewWords("en", await readMessages("en"));
const regions = ["ZZ-A", "ZZ-B", "ZZ-C"].map((id) => syntheticRegion(id));
const viewOf = (parts: Partial<WaveRecord>) => reachView(syntheticRecord({ regions, ...parts }), words);
const strike = (id: string, regionId: string) => action(id, { regionId, localityId: `place-${id}` });
const rally = (id: string, regionId: string) => action(id, { regionId, type: "rally", stoppage: "unclear" });

it("counts strikes and rallies apart, regions and places apart", () => {
  const actions = [strike("A1", "ZZ-A"), strike("A2", "ZZ-A"), rally("A3", "ZZ-A"), rally("A4", "ZZ-B")];
  const [inRegions, inPlaces] = viewOf({ actions }).drawing.panels;
  const first = (panel: typeof inRegions) => [panel?.strikes[0]?.sure, panel?.rallies[0]?.sure];
  expect(first(inRegions)).toEqual([1, 2]);
  expect(first(inPlaces)).toEqual([2, 0]);
  expect(inRegions?.strikes[0]?.href).toContain("kind=strike&from=2030-05-01&to=2030-05-01");
});

it("adds what rests on uncertain times on top, and draws nothing where nothing was reported", () => {
  const vague = { start: { ...syntheticMoment(1), latest: syntheticMoment(2).latest }, end: null, openEnd: false };
  const view = viewOf({ actions: [strike("A1", "ZZ-A"), { ...strike("A2", "ZZ-B"), period: vague }] });
  const strikes = view.drawing.panels[0]?.strikes ?? [];
  expect(strikes.slice(0, 3).map(({ sure, possible, label }) => [sure, possible, label])).toEqual([
    [1, 1, "1–2"],
    [0, 1, "0–1"],
    [0, 0, ""],
  ]);
});

it("finds the widest day of each, with how many regions there were", () => {
  const actions = [strike("A1", "ZZ-A"), rally("A2", "ZZ-A"), rally("A3", "ZZ-B")];
  expect(viewOf({ actions }).head.finding).toBe(
    "At their widest, strikes were in 1 of 3 regions (1 May), rallies in 2 (1 May)",
  );
});

it("says the widest day as the range its bar has", () => {
  const vague = { start: { ...syntheticMoment(1), latest: syntheticMoment(2).latest }, end: null, openEnd: false };
  const view = viewOf({ actions: [strike("A1", "ZZ-A"), { ...strike("A2", "ZZ-B"), period: vague }] });
  expect(view.head.finding).toBe("At their widest, strikes were in 1–2 of 3 regions (1 May), rallies in none");
  expect(view.drawing.panels[0]?.strikes[0]?.label).toBe("1–2");
});

it.each(["week", "month", "none"] as const)("counts nothing dated to a %s on any day, and says so", (precision) => {
  const period = { start: syntheticMoment(1, [0, 240], precision), end: null, openEnd: false };
  const view = viewOf({ actions: [{ ...strike("A1", "ZZ-A"), period }, strike("A2", "ZZ-B")] });
  const strikes = view.drawing.panels[0]?.strikes ?? [];
  expect(strikes.slice(0, 2).map(({ sure, possible }) => [sure, possible])).toEqual([
    [1, 0],
    [0, 0],
  ]);
  expect(view.head.coverage).toContain("; 1 action dated to a week or more vaguely is left out");
});

it("leaves the upper number open where an action names no place", () => {
  const nationwide = { ...strike("A2", "ZZ-A"), regionId: null, localityId: null };
  const upperOf = (actions: WaveRecord["actions"], unit: string) => {
    const { file } = viewOf({ actions });
    return file.rows[0]?.[file.header.indexOf(`strike_${unit}_upper`)];
  };
  const inRegion = { ...strike("A1", "ZZ-A"), localityId: null };
  expect([upperOf([inRegion], "regions"), upperOf([inRegion], "places")]).toEqual(["1", ""]);
  expect([upperOf([nationwide], "regions"), upperOf([nationwide], "places")]).toEqual(["", ""]);
});

it("says in table and file alike what was reached, and what could not be seen", () => {
  const view = viewOf({ actions: [strike("A1", "ZZ-A")], coverageNotes: [syntheticCut("C1", 2, 3)] });
  const { table, file, drawing } = view;
  expect(table.rows).toHaveLength(drawing.axis.days.length);
  expect(file.rows.map(([day]) => day)).toEqual(table.rows.map((row) => row.id));
  const upper = file.header.indexOf("strike_regions_upper");
  const [first, second] = file.rows;
  expect([first?.[upper], table.rows[0]?.cells[1]?.text]).toEqual(["1", "1"]);
  expect([second?.[upper], table.rows[1]?.cells[1]?.text]).toEqual(["", "none reported"]);
  expect(second?.at(-1)).toBe("C1");
  expect(table.rows[1]?.cells.at(-1)?.href).toBe("/en/records/C1");
});

it("draws the workforces on strike of each day, and says for whom a day stands", () => {
  const people = (id: string, population: number | null) => ({ ...syntheticRegion(id), population });
  const actions = [
    { ...strike("A1", "ZZ-A"), workforceIds: ["ZZ30-W1", "ZZ30-W2"] },
    { ...strike("A2", "ZZ-A"), workforceIds: ["ZZ30-W1"] },
  ];
  const view = viewOf({
    regions: [people("ZZ-A", 100), people("ZZ-B", 300), people("ZZ-C", null)],
    workforces: [syntheticWorkforce("ZZ30-W1"), syntheticWorkforce("ZZ30-W2")],
    actions,
  });
  const panel = view.drawing.panels[2];
  expect([panel?.id, panel?.strikes[0]?.sure, panel?.rallies]).toEqual(["workforces", 2, []]);
  const field = (name: string) => view.file.rows[0]?.[view.file.header.indexOf(name)];
  expect(field("strike_population_share_lower")).toBe("25");
  expect([field("strike_workforces_lower"), field("strike_workforces_without_size")]).toEqual(["2", "2"]);
  expect([field("strike_workforce_share_lower"), field("strike_workforce_people_lower")]).toEqual(["", ""]);
  expect([field("rally_population_share_lower"), field("rally_population_share_upper")]).toEqual(["0", "0"]);
});

it("leaves the shares of a day open on which reports were cut, or a strike names no workforce", () => {
  const populated = regions.map((region) => ({ ...region, population: 100 }));
  const fieldsOf = (parts: Partial<WaveRecord>) => {
    const { file } = viewOf({ regions: populated, ...parts });
    const names = ["strike_population_share_upper", "strike_workforces_upper", "strikes_without_workforce"];
    return names.map((name) => file.rows[0]?.[file.header.indexOf(name)]);
  };
  const named = [{ ...strike("A1", "ZZ-A"), workforceIds: ["ZZ30-W1"] }];
  expect(fieldsOf({ actions: named })).toEqual(["33.33", "1", "0"]);
  expect(fieldsOf({ actions: named, coverageNotes: [syntheticCut("C1", 1, 2)] })).toEqual(["", "", "0"]);
  expect(fieldsOf({ actions: [{ ...strike("A1", "ZZ-A"), workforceIds: [] }] })).toEqual(["33.33", "", "1"]);
});

it("leaves the upper number open on days when nobody said whether a strike went on", () => {
  const period = { start: syntheticMoment(1), end: null, openEnd: false };
  const { file } = viewOf({ actions: [{ ...strike("A1", "ZZ-A"), period, lastKnownAt: null }] });
  const [, dayAfter] = file.rows;
  expect(dayAfter?.[file.header.indexOf("strike_regions_lower")]).toBe("0");
  expect(dayAfter?.[file.header.indexOf("strike_regions_upper")]).toBe("");
});

it("says in the table where more may have been reached, as the file leaves the upper end open there", () => {
  const view = reachView(waveRecordOfFiles(readRecordFiles()), words);
  const uppers = ["strike_regions", "strike_places", "rally_regions", "rally_places", "strike_workforces"].map((name) =>
    view.file.header.indexOf(`${name}_upper`),
  );
  const said = view.table.rows.map(({ cells }) => cells.slice(1, 6).map(({ text }) => text));
  const open = said.map((row) => row.map((text) => text.endsWith(" or more")));
  // Where nothing was reported the table says so, whatever may have been.
  const inFile = view.file.rows.map((row, day) =>
    uppers.map((column, at) => row[column] === "" && said[day]?.[at] !== "none reported"),
  );
  expect(open).toEqual(inFile);
  expect(new Set(open.flat())).toEqual(new Set([true, false]));
});
