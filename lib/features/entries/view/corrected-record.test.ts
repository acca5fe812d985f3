import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "@/lib/domain/quantity";
import { recordDiff } from "@/lib/domain/record-diff";
import type { CitationRow, DemandRow, FigureRow, RecordRow, SolidarityRow } from "@/lib/domain/wave-record";
import { allRecords } from "@/lib/features/records/view/find";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { correctedRecord } from "./corrected-record";
import { clockOf, endOf, startOf, typedEnd, typedStart } from "./record-clock";
import { changesOf, formOf } from "./record-form";
import { citationProblems } from "./record-rules";

const record = waveRecordOfFiles(readRecordFiles());
const rows = allRecords(record).map(({ row }) => row);
const anyRow = fc.constantFrom(...rows);
const clock = (row: RecordRow) => clockOf(row, record);
const figure = (id: string) => record.figures.find((row) => row.id === id) as FigureRow;
const corrected = (row: RecordRow, changes: Record<string, string>) => correctedRecord(row, changes, clock(row));

describe("the form of a record", () => {
  it("sent back as it was shown changes nothing, whatever line ends a browser makes", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const form = formOf(row, clock(row));
        const sent = Object.fromEntries(
          Object.entries(form).map(([name, typed]) => [name, `${typed.replaceAll("\n", "\r\n")} `]),
        );
        expect(changesOf(sent, form)).toEqual({});
      }),
    );
  });

  it("does not take the line ends of a browser for a change of several lines", () => {
    expect(changesOf({ otherNames: "one\r\ntwo" }, { otherNames: "one\ntwo" })).toEqual({});
    expect(changesOf({ otherNames: "one\r\nthree" }, { otherNames: "one\ntwo" })).not.toEqual({});
  });

  it("names no field twice and every value as text", () => {
    for (const row of rows)
      for (const typed of Object.values(formOf(row, clock(row)))) expect(typeof typed).toBe("string");
  });
});

describe("corrected citations", () => {
  const { citations } = figure("KZ22-F12");
  const problems = (after: readonly CitationRow[], added = 0) =>
    citationProblems(citations, after, added).map(({ field, code }) => `${field.split(".").at(-1)} ${code}`);

  it("name languages and grades that there are", () => {
    const [first] = citations;
    const all = (change: Partial<CitationRow>) => citations.map((one) => (one === first ? { ...one, ...change } : one));
    for (const wordsLanguage of ["not a tag!", "en-a", "en-ab-cd", "Russian"])
      expect(problems(all({ wordsLanguage })), wordsLanguage).toEqual(["wordsLanguage language_wrong"]);
    for (const wordsLanguage of ["kk-Cyrl", "und", "ru", null])
      expect(problems(all({ wordsLanguage })), `${wordsLanguage}`).toEqual([]);
    expect(problems(all({ reliability: "d" as "a" }))).toEqual(["reliability unknown_choice"]);
  });

  it("never leave a record without a source that carries it, unless a new one does", () => {
    const against = citations.map((one) => ({ ...one, contradicts: true }));
    expect([problems([]), problems(against)]).toEqual([["remove source_missing"], ["remove source_missing"]]);
    expect([problems([], 1), citationProblems(against, [], 0)]).toEqual([[], []]);
  });
});

describe("a corrected record", () => {
  it("differs from its base in nothing that was not touched, to the millisecond", () => {
    const notes = fc.record({ row: anyRow, text: fc.stringMatching(/^[a-z]{1,20}$/) });
    fc.assert(
      fc.property(notes, ({ row, text }) => {
        const field = "note" in row ? "note.en" : "text" in row ? "text.en" : "scopeNote.en";
        const { row: after } = corrected(row, { [field]: text });
        expect(recordDiff(row, after).map(({ path }) => path)).toEqual([field]);
      }),
    );
  });

  it("keeps the decimals of a number that nobody touched", () => {
    const base = figure("KZ22-F12");
    const exactly = { ...base, quantity: { ...base.quantity, lower: 75.125, upper: 75.125, words: null } };
    const { row, problems } = corrected(exactly, { "quantity.approximate": "yes" });
    expect(problems).toEqual([]);
    expect((row as FigureRow).quantity).toMatchObject({ lower: 75.125, upper: 75.125, approximate: true });
  });

  it("keeps the rule of words that stay words", () => {
    const kept = record.figures.find(({ quantity }) => quantity.rule?.id === "turnout.words_kept") ?? figure("none");
    const { row } = corrected(kept, { "quantity.words": `${kept.quantity.words} ` });
    expect((row as FigureRow).quantity.rule).toEqual(kept.quantity.rule);
  });

  it("takes no number that the record's own words deny, unless the words are corrected too", () => {
    const about = figure("KZ22-F122");
    const codes = (changes: Record<string, string>) => corrected(about, changes).problems.map(({ code }) => code);
    const numbers = { "quantity.lower": "4500", "quantity.upper": "4500" };
    expect(codes(numbers)).toEqual(["words_say_other"]);
    expect(codes({ ...numbers, "quantity.words": "about 4,500" })).toEqual([]);
    expect(codes({ ...numbers, "quantity.words": "" })).toEqual([]);
  });

  it("names the rule only where the words really say the number", () => {
    const about = figure("KZ22-F122");
    expect(about.quantity.rule?.id).toBe("turnout.about");
    expect((corrected(about, { "quantity.lower": "4000" }).row as FigureRow).quantity.rule).toBeNull();
    const again = corrected(about, {
      "quantity.lower": "7 000",
      "quantity.upper": "7,000",
      "quantity.words": "about 7,000",
    });
    expect((again.row as FigureRow).quantity).toMatchObject({
      lower: 7000,
      upper: 7000,
      rule: { id: "turnout.about" },
    });
  });

  it("is unknown only with a reason and never zero by emptying a field", () => {
    const empty = { "quantity.lower": "", "quantity.upper": "" };
    expect(corrected(figure("KZ22-F121"), empty).problems).toEqual([
      { field: "quantity.lower", code: "quantity_unknown_without_reason" },
    ]);
    const { row, problems } = corrected(figure("KZ22-F121"), { ...empty, "quantity.unknown": "blackout" });
    expect(problems).toEqual([]);
    expect((row as FigureRow).quantity).toMatchObject({ lower: null, upper: null, unknown: "blackout" });
  });

  it("counts in the unit of its measure", () => {
    const { row } = corrected(figure("KZ22-F121"), { measure: "days_not_worked" });
    expect((row as FigureRow).quantity.unit).toBe("days");
  });
});

describe("an amount that need not be there", () => {
  const wanted = record.demands.find(({ target }) => target !== null) as DemandRow;
  const given: SolidarityRow = { ...(record.solidarity[0] as SolidarityRow), amount: exact(300, "people") };
  const cases = [
    { row: wanted, name: "target" },
    { row: given, name: "amount" },
  ] as const;

  it.each(cases)("is not dropped with its unit: $name", ({ row, name }) => {
    expect(corrected(row, { [`${name}.unit`]: "" }).problems).toEqual([
      { field: `${name}.unit`, code: "unit_missing" },
    ]);
  });

  it.each(cases)("is gone when every part of it is emptied: $name", ({ row, name }) => {
    const parts = Object.keys(formOf(row, clock(row))).filter((part) => part.startsWith(`${name}.`));
    const { row: after, problems } = corrected(row, Object.fromEntries(parts.map((part) => [part, ""])));
    expect(problems).toEqual([]);
    expect(after).toMatchObject({ [name]: null });
  });
});

describe("a local time as it is typed", () => {
  const placed = clock(figure("KZ22-F121"));

  it("comes back as the same minute", () => {
    const minute = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((n) => Date.UTC(2021, 11, 1) + n * 60_000);
    fc.assert(
      fc.property(minute, (at) => {
        expect(startOf(typedStart(at, placed), placed)).toBe(at);
        expect(endOf(typedEnd(at + 59_999, placed), placed)).toBe(at + 59_999);
      }),
    );
  });

  it.each(["2022-02-30", "yesterday", "2022-01-04 25:00", "2022-1-4", ""])("%s is none", (typed) => {
    expect(startOf(typed, placed)).toBeNull();
    expect(endOf(typed, placed)).toBeNull();
  });

  it("of a day alone spans that day on the clock of the place", () => {
    const [start, end] = [startOf("2022-01-04", placed), endOf("2022-01-04", placed)];
    expect((end ?? 0) - (start ?? 0)).toBe(86_400_000 - 1);
    expect(new Date(start ?? 0).toISOString()).toBe("2022-01-03T18:00:00.000Z");
  });
});
