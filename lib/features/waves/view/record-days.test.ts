import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { askedLens, readThrough } from "./asked-lens";
import { readingContext } from "./reading-context";
import { readingWords } from "./reading-words";
import { recordDaysView } from "./record-days";

const record = waveRecordOfFiles(readRecordFiles());
const kept = { ...record, publishedAt: Date.parse("2027-01-01T00:00Z") };
const words = await readingWords("en");
const hrefOf = (day: string | null) => day ?? "now";
const through = (params: Record<string, string>) =>
  readingContext(readThrough(kept, askedLens(params, kept).lens), words, kept);

describe("the days on which something became known", () => {
  it("are in order, end with the record as it stands, and each is within the days that can be asked for", () => {
    const days = recordDaysView(through({}), hrefOf).map(({ href }) => href);
    expect(days).toEqual([...days.slice(0, -1).toSorted(), "now"]);
    expect(days).toContain("2022-01-15");
    // Sources older than the wave were known before anything of it was.
    expect(days).not.toContain("2021-04-28");
  });

  it("have the day of the reading among them, whether anything became known on it or not", () => {
    const read = recordDaysView(through({ known_on: "2022-01-07" }), hrefOf);
    expect(read.filter(({ current }) => current).map(({ href }) => href)).toEqual(["2022-01-07"]);
    expect(recordDaysView(through({}), hrefOf).find(({ current }) => current)?.href).toBe("now");
  });

  it("count every version of a record, also the first of one that was corrected since", () => {
    const [first] = record.figures;
    if (first === undefined) throw new Error("The record has no figures.");
    const at = (day: string) => Date.parse(`${day}T12:00Z`);
    const version = (number: number, day: string) => ({
      ...{ number, recordedAt: at(day), retracts: false, reason: null },
      row: { ...first, revision: number, recordedAt: at(day) },
    });
    const revisions = { [first.id]: [version(1, "2022-02-01"), version(2, "2022-02-03")] };
    const context = readingContext({ ...kept, revisions: revisions as unknown as typeof kept.revisions }, words);
    const days = recordDaysView(context, hrefOf).map(({ href }) => href);
    expect(days).toEqual(expect.arrayContaining(["2022-02-01", "2022-02-03"]));
  });
});
