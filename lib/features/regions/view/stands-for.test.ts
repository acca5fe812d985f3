import { describe, expect, it } from "vitest";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { loadSpread } from "../loaders";
import { standsForView } from "./stands-for";

const record = waveRecordOfFiles(readRecordFiles());
const words = await readingWords("en");
const viewOf = async (of = record) => standsForView(await loadSpread(readingContext(of, words)));

describe("how many people a day stands for", () => {
  it("is of the population of the regions reached, as a range", async () => {
    const { rows, populationSource } = await viewOf();
    expect(rows).toHaveLength(12);
    const day = (date: string) => rows.find((row) => row.date === date);
    // Mangystau had 745,909 of 19,118,421 people or so: by hand 3 to 5 percent.
    expect(day("2022-01-02")?.rallyPopulation.share?.lower).toBeGreaterThan(3);
    expect(day("2022-01-02")?.rallyPopulation.share?.lower).toBeLessThan(5);
    expect(day("2022-01-04")?.rallyPopulation.share?.lower).toBeGreaterThan(60);
    expect(day("2022-01-12")?.rallyPopulation).toMatchObject({ share: null, text: "none reported" });
    expect(populationSource).toMatch(/^Population as of 1 January 2022, 19,\d{3},\d{3} people in all\.$/);
  });

  it("says of workforces how many have no size, and adds none for them", async () => {
    const { rows, sizeSource } = await viewOf();
    const cell = rows.find(({ date }) => date === "2022-01-04")?.workforces;
    expect(cell?.remarks.join()).toMatch(/without a known size/);
    expect(sizeSource).toMatch(/^Sizes are known of \d+ of \d+ workforces/);
    const without = await viewOf({ ...record, workforceSizes: [] });
    const none = without.rows.find(({ date }) => date === "2022-01-04")?.workforces;
    expect(none?.share).toBeNull();
    expect(none?.text).toContain("of known sizes: unknown");
  });

  it("names regions without a figure as left out", async () => {
    const regions = record.regions.map((one) => (one.id === "KZ-MAN" ? { ...one, population: null } : one));
    expect((await viewOf({ ...record, regions })).populationSource).toContain("of 1 region no figure is known");
  });

  it("marks days on which reports were cut", async () => {
    const { rows } = await viewOf();
    expect(rows.find(({ date }) => date === "2022-01-07")?.veiled).toBe(true);
    expect(rows.find(({ date }) => date === "2022-01-03")?.veiled).toBe(false);
  });
});
