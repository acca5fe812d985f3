import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { entryAbout } from "./entry-about";
import { standingChoices } from "./standing-choices";

const records = [waveRecordOfFiles(readRecordFiles())];
const [record] = records;
const crowd = record?.figures.find(({ id }) => id === "KZ22-F108");

const typed = {
  ...{ recordKind: "wider_figure", waveId: "kz22", measure: "attendance", about: `action ${crowd?.actionId}` },
  ...{ basis: crowd?.basis, date: "2022-01-06", precision: "day", mode: "number", number: "9000", words: "9,500 came" },
  ...{
    wordsLanguage: "en",
    claimant: "press",
    sources: [{ existing: "KZ22-S4", quote: "9,500 came", language: "en" }],
  },
};
const about = (changes: object = {}, recordId: string | null = null) =>
  entryAbout({ payload: { ...typed, ...changes }, kind: "new_record", recordId }, records);

describe("a figure of no single workforce beside the record", () => {
  it("of a crowd, is held beside what others counted of it, as a figure of a workforce is", () => {
    const { comparison, plain, measure } = about();
    expect(plain?.row).toMatchObject({ actionId: crowd?.actionId, workforceId: null });
    expect(measure).toBe("attendance");
    expect(comparison?.existing.map(({ id }) => id)).toContain("KZ22-F108");
    expect(comparison?.before).not.toBeNull();
    expect(comparison?.notes).toEqual(expect.arrayContaining(["contradicts_claims", "words_differ"]));
    expect(standingChoices({ comparison: comparison ?? null, plain }).map(({ standing }) => standing)).toEqual([
      ...["normal", "preferred", "deprecated", "disputed"],
    ]);
  });

  it("tells the same number from the same source, and where a source repeats one that counts", () => {
    const [citation] = crowd?.citations ?? [];
    const { lower, upper } = crowd?.quantity ?? {};
    const said = upper === null ? { mode: "number", bound: "more_than" } : { mode: "range", lower: String(lower) };
    const sources = [{ existing: citation?.sourceId, quote: "as counted", language: "en" }];
    const { comparison, plain } = about({ ...said, number: String(lower), upper: String(upper), words: "", sources });
    expect(comparison?.duplicates).toContain("KZ22-F108");
    expect(plain?.sources[0]?.sameOrigin).toContain("KZ22-F108");
    const own = about({ ...said, number: String(lower), upper: String(upper), words: "", sources }, "KZ22-F108");
    const told = [...(own.comparison?.duplicates ?? ["none"]), ...(own.plain?.sources[0]?.sameOrigin ?? [])];
    expect(told.filter((id) => ["none", "KZ22-F108"].includes(id))).toEqual([]);
  });

  it("of a region, is held beside others of the region, and inside a cut of reports says so", () => {
    const region = about({ about: "region KZ-ALA", measure: "arrests", words: "", date: "2022-01-06" });
    const beside = [...(region.comparison?.existing ?? []), ...(region.comparison?.elsewhere ?? [])];
    expect(new Set(beside.map(({ subject, regionId }) => `${subject} ${regionId}`))).toEqual(
      new Set(["region KZ-ALA"]),
    );
    expect(region.comparison?.notes).toContain("in_coverage_gap");
  });

  it("of the whole wave, is read beside what an event across the country counted, and in no range with it", () => {
    const changes = { about: "wave", measure: "arrests", basis: "cumulative", words: "", number: "4000" };
    const { comparison } = about(changes);
    expect(comparison?.near.map(({ id }) => id)).toEqual(["KZ22-F153"]);
    const { existing, elsewhere, before, notes, impact } = comparison ?? {};
    expect([existing, before]).toEqual([[], null]);
    expect(new Set(elsewhere?.map(({ subject }) => subject))).toEqual(new Set(["wave"]));
    expect(notes).not.toContain("contradicts_claims");
    expect(impact?.reasons).toEqual([]);
    expect(about({ ...changes, about: "region KZ-ALA" }).comparison?.near).toEqual([]);
  });

  it("of a region or a whole wave asks another question in another wave", () => {
    const elsewhere = records.map((one) => ({ ...one, wave: { ...one.wave, id: "kz30" } }));
    for (const told of ["region KZ-ALA", "wave"]) {
      const payload = { ...typed, about: told, measure: "arrests" };
      const here = entryAbout({ payload, kind: "new_record" }, records).comparison?.question;
      const there = entryAbout({ payload: { ...payload, waveId: "kz30" }, kind: "new_record" }, elsewhere);
      expect(there.comparison?.question).toMatch(/ arrests /);
      expect(there.comparison?.question).not.toBe(here);
    }
  });

  it("is nothing for other kinds of record", () => {
    expect(about({ recordKind: "event", about: undefined }).comparison).toBeNull();
  });
});
