import fc from "fast-check";
import { expect, test } from "vitest";
import accounts from "@/lib/shared/i18n/messages/en/accounts.json";
import entries from "@/lib/shared/i18n/messages/en/entries.json";
import { problemsOfForm } from "./form-problems";
import { NEW_RECORD_INPUTS, NEW_RECORD_KINDS } from "./kinds";

const said = { ...entries.problems, ...accounts.errors };
const head = {
  submissionKey: "a-key-of-its-own",
  locale: "en",
  waveId: "KZ22",
  textLanguage: "en",
  noteLanguage: "en",
};

function problemsOf(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return problemsOfForm(form);
}
const figure = {
  ...{ ...head, workforceId: "KZ22-W11", actionId: "KZ22-A18", date: "2022-01-05", mode: "number", number: "12" },
  ...{
    measure: "workers_directly_involved",
    basis: "on_day",
    claimant: "union",
    "sources.0.existing": "KZ22-S4",
    words: "a dozen",
  },
  ...{ possibleFrom: "2021-12-02", possibleUntil: "2022-02-11" },
};

test("a whole form has no problem, and each thing taken out of it is named alone", () => {
  expect(problemsOf(figure)).toEqual({});
  for (const name of ["actionId", "date", "number", "claimant"])
    expect(Object.keys(problemsOf({ ...figure, [name]: " " })), name).toEqual([name]);
  expect(problemsOf({ ...figure, "sources.0.existing": "" })).toEqual({ "sources.0.url": "source_missing" });
});

test("what stands in a field is read as the write reads it", () => {
  expect(problemsOf({ ...figure, date: "2022-02-31" })).toEqual({ date: "date_wrong" });
  expect(problemsOf({ ...figure, date: "2012-01-05" })).toEqual({ date: "date_outside_wave" });
  const several = { ...figure, actionId: "", date: "2012-01-05", number: "10-20" };
  expect(Object.keys(problemsOf(several))).toEqual(["actionId", "date", "number"]);
  expect(problemsOf({ ...figure, number: "10-20" })).toEqual({ number: "number_two_numbers" });
  expect(problemsOf({ ...figure, mode: "range", number: "" })).toEqual({ lower: "range_empty" });
  const described = { ...figure, "sources.0.existing": "", "sources.0.url": "https://news.example.kz/1" };
  expect(Object.keys(problemsOf(described))).toEqual(["sources.0.title", "sources.0.language"]);
});

test("a recorded source and a new one do not share a place, and a month may be typed alone where it is all that is known", () => {
  const both = { ...figure, "sources.0.url": "https://news.example.kz/1" };
  expect(problemsOf(both)).toEqual({ "sources.0.existing": "source_twice" });
  for (const date of ["2022-01", "1.2022", "January 2022", "қаңтар 2022"]) {
    expect(problemsOf({ ...figure, precision: "month", date }), date).toEqual({});
    expect(problemsOf({ ...figure, precision: "month", date: date.replace("2022", "2012") }), date).not.toEqual({});
  }
  expect(problemsOf({ ...figure, date: "2022-01" })).toEqual({ date: "date_wrong" });
  // Whether a word is a month is for the write, which knows them all.
  expect(problemsOf({ ...figure, date: "5 Qantar 2022" })).toEqual({});
});

test("what only a clock tells is left to the write, and a form that says no last day is held to none", () => {
  const published = { "sources.0.existing": "", "sources.0.url": "https://news.example.kz/1", "sources.0.title": "T" };
  const ahead = { ...figure, ...published, "sources.0.language": "en", "sources.0.publishedOn": "2999-01-01" };
  expect(problemsOf(ahead)).toEqual({});
  const { possibleUntil: _, ...goesOn } = figure;
  expect(problemsOf({ ...goesOn, date: "2026-11-29" })).toEqual({});
  expect(problemsOf({ ...goesOn, date: "2012-01-05" })).toEqual({ date: "date_outside_wave" });
});

test("a form of any kind in which nothing stands asks for a source, and for no field that it does not have", () => {
  for (const recordKind of NEW_RECORD_KINDS) {
    const names = Object.keys(problemsOf({ ...head, ...(recordKind === "figure" ? {} : { recordKind }) }));
    expect(names, recordKind).toContain("sources.0.url");
    for (const name of names.filter((one) => !one.startsWith("sources.")))
      expect(Object.keys(NEW_RECORD_INPUTS[recordKind].shape), recordKind).toContain(name);
  }
});

test("a correction asks for its reason and what it rests on, a message for its words", () => {
  const correction = { ...head, kind: "correction", recordId: "KZ22-F12", baseRevision: "1", reasonLanguage: "en" };
  expect(problemsOf(correction)).toMatchObject({ reason: "public_reason_missing", grounds: "grounds_missing" });
  expect(problemsOf({ ...correction, reason: "a slip", grounds: "cited" })).toEqual({});
  const message = { entryId: crypto.randomUUID(), messageKey: "a-key-of-its-own", text: " " };
  expect(problemsOf(message)).toEqual({ text: "message_missing" });
});

test("whatever is typed is read without an error of its own", () => {
  const names = [...new Set(NEW_RECORD_KINDS.flatMap((kind) => Object.keys(NEW_RECORD_INPUTS[kind].shape)))];
  const typed = fc.uniqueArray(fc.constantFrom(...names, "sources.0.url"), { maxLength: 12 });
  fc.assert(
    fc.property(typed, fc.string(), fc.constantFrom(...NEW_RECORD_KINDS), (filled, text, recordKind) => {
      const fields = Object.fromEntries(filled.map((name) => [name, text]));
      const problems = problemsOf({ ...head, ...fields, recordKind });
      for (const code of Object.values(problems)) expect(Object.keys(said), code).toContain(code);
    }),
  );
});
