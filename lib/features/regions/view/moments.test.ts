import { describe, expect, it } from "vitest";
import type { RegionStateName } from "@/lib/domain/spread";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { spreadView } from "./spread";

const files = readRecordFiles();
const whole = waveRecordOfFiles(files);
const words = await readingWords("en");

/** The record with what the first article tells, and nothing that is known from other sources alone. */
const told = new Set([...files.actions, ...files.events].filter(({ seed }) => seed.length > 0).map(({ id }) => id));
const article = {
  ...whole,
  actions: whole.actions.filter(({ id }) => told.has(id)),
  events: whole.events.filter(({ id }) => told.has(id)),
};

type Shown = "strike" | "rally" | "state_action";
type Regions = Record<Shown, { sure: string; possible: string }>;
const NONE = { sure: "", possible: "" };

const DAY_OF_4 = "KZ-AKT KZ-ALA KZ-ALM KZ-ATY KZ-KZY KZ-PAV KZ-SHY KZ-YUZ KZ-ZAP KZ-ZHA";

/*
 * Read by hand from the numbered facts of the article (F01–F61), not from what the map shows. "Sure": the moment itself is
 * named; "possible": something is known to a whole day, or to one of two days, that the moment lies in.
 */
const MOMENTS: Record<string, Regions> = {
  // F03 in Mangystau; F04 is of the 2nd or 3rd, also Mangystau; F02 names no place.
  "2022-01-02": { strike: NONE, rally: { sure: "KZ-MAN", possible: "" }, state_action: NONE },
  // F05 is of the day; whether F06 was still on the 3rd is not said.
  "2022-01-03": {
    strike: { sure: "KZ-MAN", possible: "KZ-ATY" },
    rally: { sure: "", possible: "KZ-MAN" },
    state_action: NONE,
  },
  // F10, F13–F15 during the day, F16–F18 in its evening; rallies F20–F30. F32 began some time in the night.
  "2022-01-04": {
    strike: { sure: "KZ-AKT KZ-ATY KZ-KAR KZ-KZY KZ-ZAP", possible: "" },
    rally: { sure: DAY_OF_4, possible: "" },
    state_action: { sure: "", possible: "KZ-ALA" },
  },
  // F16–F18 name the evening. F13–F15 were "throughout the day"; F10 and the rallies are known to the day alone.
  "2022-01-04T18:00": {
    strike: { sure: "KZ-KAR", possible: "KZ-ATY" },
    // Other sources have Aktobe's square full until the next day (KZ22-A22): there the evening is sure.
    rally: { sure: "KZ-AKT", possible: without(DAY_OF_4, "KZ-AKT") },
    state_action: { sure: "", possible: "KZ-ALA" },
  },
  // F31–F33 in Almaty. The night has hours of the 4th and of the 5th: F40–F42, F49 may have begun in them.
  "2022-01-04T20:00": {
    strike: { sure: "", possible: "KZ-ATY KZ-KAR" },
    rally: { sure: "KZ-AKT KZ-ALA", possible: `${without(DAY_OF_4, "KZ-AKT", "KZ-ALA")} KZ-SEV KZ-VOS` },
    state_action: { sure: "KZ-ALA", possible: "" },
  },
  // F40–F42, F49 and the attempts on seats of government F43–F45, F50. F32 may have lasted; F52 may have begun.
  "2022-01-05": {
    strike: NONE,
    rally: { sure: "KZ-AKT KZ-ALA KZ-ALM KZ-PAV KZ-SEV KZ-SHY KZ-VOS", possible: "" },
    state_action: { sure: "", possible: "KZ-ALA KZ-MAN" },
  },
  // F52 names the night. Other sources give F43 its hour, in the afternoon: Aktobe is not in the night.
  "2022-01-05T20:00": {
    strike: NONE,
    rally: { sure: "", possible: "KZ-ALA KZ-ALM KZ-PAV KZ-SEV KZ-SHY KZ-VOS" },
    state_action: { sure: "KZ-MAN", possible: "" },
  },
};

function without(codes: string, ...gone: string[]): string {
  return codes
    .split(" ")
    .filter((code) => !gone.includes(code))
    .join(" ");
}

const sorted = (codes: string) => codes.split(" ").filter(Boolean).toSorted();
const regionsAt = (record: typeof whole, at: string) =>
  spreadView(readingContext(record, words), { at, wasLeftOut: false }).regions;

describe.each(Object.entries(MOMENTS))("the map at %s", (at, expected) => {
  const shown = regionsAt(article, at);

  it.each(Object.entries(expected))(
    "shows of the article's facts each %s where it says, and nowhere else",
    (name, of) => {
      const state = name as RegionStateName;
      const having = shown.filter(({ states }) => states.includes(state));
      const sure = having.filter(({ possible }) => !possible.includes(state)).map(({ code }) => code);
      const possible = having.filter((region) => region.possible.includes(state)).map(({ code }) => code);
      expect({ sure: sure.toSorted(), possible: possible.toSorted() }).toEqual({
        sure: sorted(of.sure),
        possible: sorted(of.possible),
      });
    },
  );

  it("keeps them with all sources, which only add", () => {
    const all = new Map(regionsAt(whole, at).map((region) => [region.code, region.states]));
    for (const [state, { sure }] of Object.entries(expected)) {
      for (const code of sorted(sure)) expect(all.get(code), `${state} in ${code}`).toContain(state);
    }
  });
});

it("never shows the three regions the article does not touch", () => {
  for (const at of Object.keys(MOMENTS)) {
    const untouched = regionsAt(article, at).filter(({ code }) => ["KZ-AKM", "KZ-KUS", "KZ-AST"].includes(code));
    expect(untouched).toHaveLength(3);
    for (const { states } of untouched) {
      expect(states.filter((state) => state !== "nothing_reported" && state !== "no_coverage")).toEqual([]);
    }
  }
});
