import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFigure, readInput } from "./schema";
import { readCorrection, readGrounds } from "./schema/correction";
import type { FigureInput } from "./schema/figure";
import { newCorrectionFormSchema, newRecordFormSchema } from "./schema/forms";
import { type Dated, dateProblems, possibleDates } from "./schema/possible-dates";
import { addressKey, readAddress } from "./schema/source";

const complete = {
  waveId: "kz22",
  workforceId: "KZ22-W11",
  actionId: "KZ22-A18",
  date: "2022-01-05",
  mode: "number",
  number: "1 200",
  claimant: "union",
  sources: [{ existing: "KZ22-S4", quote: "1,200 miners", language: "en" }],
};

function read(changes: Partial<Omit<FigureInput, "sources">> & { sources?: object[] }) {
  return readFigure({ ...complete, ...changes });
}

function quantityOf(changes: Parameters<typeof read>[0]) {
  const reading = read(changes);
  if ("problems" in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.proposal.quantity;
}

const problemsOf = (changes: Parameters<typeof read>[0]) => {
  const reading = read(changes);
  return "problems" in reading ? reading.problems.map(({ field, code }) => `${field}: ${code}`) : [];
};

describe("what a source says", () => {
  it.each([
    ["exactly", { lower: 1200, upper: 1200, approximate: false }],
    ["about", { lower: 1200, upper: 1200, approximate: true }],
    ["more_than", { lower: 1200, upper: null, approximate: false }],
    ["up_to", { lower: null, upper: 1200, approximate: false }],
  ] as const)("a number, %s", (bound, expected) => {
    expect(quantityOf({ bound })).toMatchObject({ ...expected, unit: "people", unknown: null });
  });

  it("takes the quotation as its words, and names the rule only where the words say this very number", () => {
    expect(quantityOf({})).toMatchObject({ words: "1,200 miners", rule: null });
    const sources = [{ existing: "KZ22-S4", quote: "more than 1,200 miners" }];
    expect(quantityOf({ bound: "more_than", sources })).toMatchObject({
      rule: { id: "turnout.more_than", version: 1 },
    });
    expect(quantityOf({ number: "1300", bound: "more_than", sources }).rule).toBeNull();
  });

  it("a range, open where a side is left empty", () => {
    const range = { mode: "range", words: "between 200 and 300" } as const;
    expect(quantityOf({ ...range, lower: "200", upper: "300" })).toMatchObject({ lower: 200, upper: 300 });
    expect(quantityOf({ ...range, lower: "", upper: "300" })).toMatchObject({ lower: null, upper: 300, unknown: null });
    expect(problemsOf({ ...range, lower: "300", upper: "200" })).toEqual(["lower: quantity_lower_above_upper"]);
    expect(problemsOf({ ...range, lower: "", upper: "" })).toEqual(["lower: range_empty"]);
  });

  it("words only are read by the rules, or kept with the number unknown, never moved to another unit", () => {
    const only = { mode: "words_only", wordsLanguage: "ru" } as const;
    expect(quantityOf({ ...only, words: "сотни шахтёров" })).toMatchObject({ lower: 200, upper: null });
    expect(quantityOf({ ...only, words: "половина шахты" })).toMatchObject({ lower: null, unknown: "not_reported" });
    expect(quantityOf({ ...only, words: "половина", measure: "participation_rate" })).toMatchObject({ lower: 50 });
    expect(problemsOf({ ...only, sources: [{ existing: "KZ22-S4" }] })).toEqual(["words: words_missing"]);
  });

  it("words only are asked for in their own field and with their language, whatever a source is quoted with", () => {
    expect(problemsOf({ mode: "words_only" })).toEqual([
      "words: words_missing",
      "wordsLanguage: words_language_missing",
    ]);
  });

  it("no number given is a full answer with its reason", () => {
    const none = { mode: "no_number", number: "" } as const;
    expect(quantityOf({ ...none, unknownReason: "withheld" })).toMatchObject({ unknown: "withheld" });
    expect(problemsOf(none)).toEqual(["unknownReason: reason_missing"]);
  });

  it("a number typed beside no number is asked about, for one of the two was not meant", () => {
    const both = { mode: "no_number", unknownReason: "withheld", number: "12 bin" } as const;
    expect(problemsOf(both)).toEqual(["number: number_beside_none"]);
    expect(problemsOf({ ...both, number: "", upper: "40" })).toEqual(["upper: number_beside_none"]);
  });

  it("holds percent within 0 and 100 and people whole", () => {
    expect(quantityOf({ measure: "participation_rate", number: "62,5 %" })).toMatchObject({
      lower: 62.5,
      unit: "percent",
    });
    expect(problemsOf({ measure: "participation_rate", number: "120" })).toEqual([
      "number: quantity_percent_out_of_range",
    ]);
    expect(problemsOf({ number: "12,5" })).toEqual(["number: number_whole_number_needed"]);
  });
});

describe("the rest of the form", () => {
  it("names every problem at once, in the order of the form", () => {
    const reading = readFigure({});
    expect("problems" in reading && reading.problems.map(({ field }) => field)).toEqual([
      "workforceId",
      "actionId",
      "date",
      "mode",
      "claimant",
      "sources.0.url",
    ]);
  });

  it("needs the part of a day or the hour only where that is how finely the time is known", () => {
    expect(problemsOf({ precision: "part_of_day" })).toEqual(["partOfDay: part_missing"]);
    expect(problemsOf({ precision: "hour", hour: "24" })).toEqual(["hour: hour_wrong"]);
    expect(problemsOf({ precision: "hour", hour: "14:30" })).toEqual([]);
    expect(problemsOf({ hour: "never mind" })).toEqual([]);
  });

  it("asks of a new source an address or a description, a title and a language", () => {
    expect(problemsOf({ sources: [{ url: "javascript:alert(1)", quote: "1,200" }] })).toEqual([
      "sources.0.url: url_wrong",
      "sources.0.title: title_missing",
      "sources.0.language: language_missing",
    ]);
    const leaflet = { noAddress: "yes", title: "Leaflet", language: "ru", quote: "1200" };
    expect(problemsOf({ sources: [leaflet] })).toEqual(["sources.0.description: description_missing"]);
    expect(problemsOf({ sources: [{ ...leaflet, description: "A leaflet from the gate" }] })).toEqual([]);
  });

  it("reads a web address and nothing else, and knows the same page by another spelling", () => {
    for (const typed of ["ftp://a.kz/x", "https://user:secret@a.kz", "//a.kz", "https://localhost/x", "a.kz"]) {
      expect(readAddress(typed)).toBeNull();
    }
    expect(addressKey("https://www.azattyq.org/a/1.html?utm_source=x#top")).toBe(
      addressKey("http://azattyq.org/a/1.html/"),
    );
    expect(addressKey("https://azattyq.org/a?id=1")).not.toBe(addressKey("https://azattyq.org/a?id=2"));
  });

  it("never throws, whatever is sent, and reads again what it has read", () => {
    const sent = fc.dictionary(fc.constantFrom(...Object.keys(complete), "words", "precision", "x"), fc.anything());
    fc.assert(
      fc.property(sent, (payload) => {
        readFigure(payload);
        const input = readInput(payload);
        if (input !== null) expect(readInput(JSON.parse(JSON.stringify(input)))).toEqual(input);
      }),
    );
  });

  it("keeps out what the database cannot hold and what would show text in another order", () => {
    expect(readInput({ note: "a\u0000b\u202Ec\ud800" })?.note).toBe("abc\ufffd");
  });
});

describe("the dates a figure may speak of", () => {
  const possible = possibleDates({ firstDay: "2022-01-02", lastDay: "2022-01-19", openEnd: false });
  const on = (date: string, basis: Dated["basis"], precision: Dated["precision"] = "day") => ({
    date,
    basis,
    precision,
  });

  it("are a month around the wave, and until today for everybody who ever took part", () => {
    expect(possible).toEqual({ from: "2021-12-02", until: "2022-02-19" });
    const refused = [{ field: "date", code: "date_outside_wave" }];
    expect(dateProblems(on("2026-11-01", "on_day"), possible)).toEqual(refused);
    expect(dateProblems(on("2021-12-01", "cumulative"), possible)).toEqual([
      { field: "date", code: "date_before_wave" },
    ]);
    expect(dateProblems(on("2026-11-01", "cumulative"), possible)).toEqual([]);
    expect(dateProblems(on("2022-02-19", ""), possible)).toEqual([]);
    // Any day of a month or a week stands for the whole of it.
    expect(dateProblems(on("2021-12-01", ""), possible)).toEqual(refused);
    expect(dateProblems(on("2021-12-01", "", "month"), possible)).toEqual([]);
    expect(dateProblems(on("2022-02-20", "", "week"), possible)).toEqual([]);
    expect(dateProblems(on("2022-03-01", "", "month"), possible)).toEqual(refused);
    expect(dateProblems(on("2026-11-01", ""), { from: possible.from })).toEqual([]);
  });

  it("reach to today, wherever it has come first, while a wave goes on", () => {
    const open = { firstDay: "2026-03-02", lastDay: "2026-03-02", openEnd: true };
    expect(possibleDates(open, Date.UTC(2026, 10, 3, 9))).toEqual({ from: "2026-01-30", until: "2026-11-03" });
    expect(possibleDates(open, Date.UTC(2026, 10, 3, 11)).until).toBe("2026-11-04");
    expect(possibleDates(open, Date.UTC(2026, 0, 3)).until).toBe("2026-03-02");
  });

  it("refuse a source published in the future", () => {
    const source = { url: "https://a.kz/1", title: "x", language: "ru", quote: "1,200 miners" };
    const published = (publishedOn: string) => problemsOf({ sources: [{ ...source, publishedOn }] });
    expect(published("2999-01-01")).toEqual(["sources.0.publishedOn: published_in_future"]);
    expect(published("2022-01-05")).toEqual([]);
  });
});

describe("a sent correction", () => {
  const input = { kind: "correction", waveId: "kz22", recordId: "KZ22-F1", baseRevision: 1, reason: "Опечатка." };
  const sent = { ...input, baseRevision: "1", locale: "ru", submissionKey: "0123456789" };

  it("carries its reason in the language chosen, or in that of the page", () => {
    const languageOf = (chosen: object) => newCorrectionFormSchema.parse({ ...sent, ...chosen }).payload.reasonLanguage;
    expect(languageOf({})).toBe("ru");
    expect(languageOf({ reasonLanguage: "kk" })).toBe("kk");
  });

  it("is not complete without the language of its reason, and never takes it for English", () => {
    const typed = readCorrection(input);
    if (typed === null) throw new Error("not read");
    const { grounds, problems } = readGrounds(typed);
    expect(grounds.reason).toEqual({});
    expect(problems).toContainEqual({ field: "reasonLanguage", code: "language_missing" });
    expect(readGrounds({ ...typed, reasonLanguage: "ru" }).grounds.reason).toEqual({ ru: "Опечатка." });
  });
});

describe("a sent form", () => {
  const sent = {
    locale: "en",
    submissionKey: "0123456789",
    intent: "submit",
    date: "2022-01-05",
    "sources.1.url": "x",
  };

  it("becomes the nested input, with the slots before a filled one and nothing the form does not have", () => {
    const form = newRecordFormSchema.parse({ ...sent, stranger: "x", date: ["2022-01-05", "2022-01-06"] });
    expect(form).toMatchObject({ submit: true, submissionKey: "0123456789", payload: { date: "2022-01-05" } });
    expect(form.payload.sources.map(({ url }) => url)).toEqual(["", "x"]);
    expect(form.payload).not.toHaveProperty("stranger");
  });

  it("is held to the dates it named once it is sent, not while it is a draft", () => {
    const far = { ...sent, date: "2026-11-01", possibleFrom: "2021-12-02", possibleUntil: "2022-02-19" };
    const problems = newRecordFormSchema.safeParse(far).error?.issues.map(({ path, message }) => [path, message]);
    expect(problems).toContainEqual([["date"], "date_outside_wave"]);
    // What else is wrong is said with it.
    expect(problems).toContainEqual([["workforceId"], "workforce_missing"]);
    expect(newRecordFormSchema.parse({ ...far, intent: "save" })).not.toHaveProperty("possibleFrom");
  });

  it("names the field that is too long by its name in the form", () => {
    const parsed = newRecordFormSchema.safeParse({ ...sent, "sources.0.title": "x".repeat(400) });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["sources.0.title", "too_long"],
    ]);
  });
});
