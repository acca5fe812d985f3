import { describe, expect, it } from "vitest";
import type { CoverageNoteRow } from "@/lib/domain/wave-record";
import { timelineDays, timelineView } from "@/lib/features/events/view";
import { loadRegions } from "@/lib/features/regions/loaders";
import { joiningView } from "@/lib/features/regions/view/joining";
import { regionView } from "@/lib/features/regions/view/region";
import { keyFigures } from "@/lib/features/waves/view/key-figures";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { syntheticAction, syntheticCut, syntheticRecord, syntheticRegion } from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { coverageCount, coverageItems, silentDay } from "./view";

const words = await readingWords("en");
const regions = ["ZZ-A", "ZZ-B", "ZZ-C"].map((id) => syntheticRegion(id));
const contextOf = (...coverageNotes: CoverageNoteRow[]) =>
  readingContext(syntheticRecord({ regions, coverageNotes }), words);
const inRegion = (id: string, regionId: string, [first, last]: [number, number]) => ({
  ...syntheticCut(id, first, last),
  regionId,
});
const method = (id: string) => ({ ...syntheticCut(id, 1, 10), cause: "counted_differently", citations: [] });

describe("the count of what could not be reported", () => {
  it("of the record of January 2022 is the whole country, with what is uncertain said", () => {
    const context = readingContext(waveRecordOfFiles(readRecordFiles()), words);
    expect(coverageCount(context)).toMatchObject({
      ...{ regions: 17, total: 17 },
      text: "No reports can be expected from 17 regions between 5 January and 10 January. It may have lasted until 11 January. 1 note on method.",
      notes: [{ id: "KZ22-C1" }, { id: "KZ22-C2" }],
    });
    const figure = keyFigures(context).find(({ key }) => key === "coverage");
    expect([figure?.value, figure?.href]).toEqual(["17 of 17", "/en/records/KZ22-C1"]);
  });

  it("counts a region once however many cuts it had, and says that they were not cut throughout", () => {
    const count = coverageCount(
      contextOf(inRegion("C1", "ZZ-A", [2, 5]), inRegion("C2", "ZZ-A", [4, 6]), inRegion("C3", "ZZ-B", [3, 4])),
    );
    expect(count?.regions).toBe(2);
    expect(count?.text).toMatch(/^No reports can be expected from 2 regions at times between 2 May and 7 May\.$/);
  });

  it("makes nothing sure of a cut whose end nobody reported", () => {
    const open = inRegion("C1", "ZZ-A", [4, 5]);
    const count = coverageCount(contextOf({ ...open, period: { ...open.period, end: null } }));
    expect(count?.text).toBe("Reports may be missing from 1 region from 4 May on; nobody said until when.");
  });

  it("is none where only our own method is noted, and none of a retracted note", () => {
    expect(coverageCount(contextOf(method("C1")))).toBeNull();
    expect(coverageCount(contextOf({ ...syntheticCut("C1", 2, 3), state: "retracted" }))).toBeNull();
  });

  it.each(LOCALES)("is a whole sentence in %s", async (locale) => {
    const context = readingContext(waveRecordOfFiles(readRecordFiles()), await readingWords(locale));
    const { text = "" } = coverageCount(context) ?? {};
    expect(text).toMatch(/17/);
    expect(text).not.toMatch(/[{}#]|coverage\./);
  });
});

describe("a day", () => {
  it("says from how many regions nothing can be expected, surely or perhaps", () => {
    const context = contextOf(inRegion("C1", "ZZ-A", [4, 6]), inRegion("C2", "ZZ-B", [6, 8]), method("C3"));
    const half = { ...inRegion("C1", "ZZ-A", [4, 6]).period };
    expect(silentDay(context, "2030-05-05")?.text).toBe("No reports can be expected from 1 region.");
    expect(silentDay(context, "2030-05-06")?.text).toBe("No reports can be expected from 2 regions.");
    expect(silentDay(context, "2030-05-01")).toBeNull();
    const late = contextOf({
      ...inRegion("C1", "ZZ-A", [4, 6]),
      period: { ...half, start: { ...half.start, latest: half.start.latest + 1 } },
    });
    expect(silentDay(late, "2030-05-04")).toMatchObject({
      text: "Reports may be missing from 1 region.",
      notes: [{ id: "C1" }],
    });
  });

  it("says it above what did happen on it", () => {
    const record = syntheticRecord({
      regions,
      coverageNotes: [syntheticCut("C1", 1, 2)],
      actions: [syntheticAction("A1")],
    });
    const context = readingContext(record, words);
    expect(timelineDays(timelineView(context), context)[0]?.silent?.notes.map(({ id }) => id)).toEqual(["C1"]);
  });
});

describe("a region", () => {
  it("has its own notes and the country's, cuts before notes on method, and not its neighbours'", async () => {
    const context = contextOf(
      method("C1"),
      inRegion("C2", "ZZ-A", [5, 6]),
      syntheticCut("C3", 2, 3),
      inRegion("C4", "ZZ-B", [1, 2]),
    );
    expect(coverageItems(context, "ZZ-A").map(({ id, isMethod }) => [id, isMethod])).toEqual([
      ["C3", false],
      ["C2", false],
      ["C1", true],
    ]);
    expect(regionView(await loadRegions(context), "ZZ-B")?.coverage.map(({ id }) => id)).toEqual(["C4", "C3", "C1"]);
    expect(coverageItems(context)[0]?.sources).toHaveLength(1);
  });

  it("may have joined earlier, unseen, only where a cut had begun by then", () => {
    const action = syntheticAction("A1", { regionId: "ZZ-A" });
    const record = (first: number) =>
      syntheticRecord({ regions, actions: [action], coverageNotes: [inRegion("C1", "ZZ-A", [first, 9])] });
    const order = (first: number) => joiningView(readingContext(record(first), words)).strike;
    expect(order(1).rows[0]?.unseen.map(({ id }) => id)).toEqual(["C1"]);
    expect(order(3).rows[0]?.unseen).toEqual([]);
    expect(order(1).neverUnseen).toEqual([]);
  });
});
