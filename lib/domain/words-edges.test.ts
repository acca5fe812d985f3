import { describe, expect, it } from "vitest";
import { exact } from "./quantity";
import { applyRule, readWords } from "./words";
import { foldText } from "./words-lexer";

function read(text: string) {
  const reading = readWords(text);
  if ("refusal" in reading) return reading.refusal;
  const { lower, upper, unit, approximate } = reading.quantity;
  return [lower, upper, unit, approximate];
}
function quantityOf(text: string) {
  const reading = readWords(text);
  if ("refusal" in reading) throw new Error(reading.refusal);
  return reading.quantity;
}

describe("numbers put together from words", () => {
  it.each([
    ["hundred fifty", 150],
    ["five hundred fifty", 550],
    ["thousand five hundred", 1500],
    ["twelve hundred", 1200],
    ["bin yüz", 1100],
    ["five hundred million", 500_000_000],
    ["five million two thousand three hundred twelve", 5_002_312],
    ["2.5 thousand 500", 3000],
    ["999.5 thousand", 999_500],
    ["2000 thousand", 2_000_000],
    ["1 500 thousand", 1_500_000],
    ["сто тысячи", 100_000],
    ["200 тысячи", 200_000],
    ["workers; thousand", 1000],
  ])("reads %s", (text, n) => {
    expect(read(text)).toEqual([n, n, "people", false]);
  });

  it.each([
    ["fifty five", "several_numbers"],
    ["two hundred 100", "several_numbers"],
    ["two thousand fifty five", "several_numbers"],
    ["тысячи 200", "several_numbers"],
    ["200+ тысячи", "several_numbers"],
    ["five hundred five hundred", "ambiguous_number"],
    ["five hundred hundred", "ambiguous_number"],
    ["five hundred five thousand", "ambiguous_number"],
    ["ten hundred thousand", "ambiguous_number"],
    ["two thousand five hundred thousand", "ambiguous_number"],
    ["five thousand million", "ambiguous_number"],
    ["five hundred dozen", "ambiguous_number"],
    ["1000,0 thousand", "ambiguous_number"],
    ["1000.5 thousand", "ambiguous_number"],
    ["тысяч рабочих", "ambiguous_words"],
    ["percent workers 75", "ambiguous_words"],
  ])("refuses %s as %s", (text, refusal) => {
    expect(read(text)).toBe(refusal);
  });

  it("are stated in digits as soon as one of them is, at both ends of a range", () => {
    const rules = ["2 thousand five hundred", "five to 10", "5 to ten", "5 to 10"].map(
      (text) => quantityOf(text).rule?.id ?? null,
    );
    expect(rules).toEqual([null, "turnout.number_words", "turnout.number_words", null]);
  });
});

describe("numbers written in digits", () => {
  it.each([
    ["0 500", "ambiguous_number"],
    ["0 500 200", "ambiguous_number"],
    ["200²", "ambiguous_number"],
    ["5½", "ambiguous_number"],
    ["1.500-2000 %", "ambiguous_number"],
    ["1-1.500 %", "ambiguous_number"],
    ["1,500,000 %", "percent_out_of_range"],
    ["1234.5678", "fraction"],
    ["2.5-3 workers", "fraction"],
    ["3-3.5 workers", "fraction"],
    ["5 or 1,5", "several_numbers"],
  ])("refuses %s as %s", (text, refusal) => {
    expect(read(text)).toBe(refusal);
  });

  it("may be a small share, and a whole one", () => {
    expect(read("0.5000 %")).toEqual([0.5, 0.5, "percent", false]);
    expect(read("90-100 %")).toEqual([90, 100, "percent", false]);
  });
});

describe("ranges", () => {
  it.each([
    ["from 1 to 1 thousand", 1, 1000],
    ["1-1,5 thousand", 1000, 1500],
    ["a dozen to 20 thousand", 12, 20_000],
    ["2 to five hundred thousand", 2000, 500_000],
    ["from 200 to 2 thousand 500", 200, 2500],
    ["from 4 to 3 thousand five hundred", 4, 3500],
    ["2 thousand 500 to 3 thousand", 2500, 3000],
    ["between 200 and 300 towns", 200, 300, "places"],
    ["200 ila 300 şehir", 200, 300, "places"],
    ["200 ila 300 arasında şehir", 200, 300, "places"],
    ["200 мен 300 арасында қала", 200, 300, "places"],
    ["about between 200 and 300", 200, 300, "people", true],
  ])("reads %s", (text, lower, upper, unit = "people", approximate = false) => {
    expect(read(text as string)).toEqual([lower, upper, unit, approximate]);
  });

  it.each([
    ["between 200", "ambiguous_words"],
    ["200 arasında", "ambiguous_words"],
    ["2-3 thousand 500", "ambiguous_number"],
    ["2-3 thousand five hundred", "ambiguous_number"],
    ["200-300-400", "several_numbers"],
    ["200 and 300", "several_numbers"],
    ["200 - about 300", "several_numbers"],
    ["200 до 300", "several_numbers"],
    ["от 200 более 300", "several_numbers"],
    ["from 200 and 300", "several_numbers"],
    ["from 200 of 300", "several_numbers"],
    ["200'den 300'e", "several_numbers"],
    ["200'den 300'e yakın", "several_numbers"],
    ["200'den 300'e altında", "several_numbers"],
    ["200'den 300 kadar", "several_numbers"],
    ["200'ü 300'e kadar", "several_numbers"],
    ["200'e 300'e kadar", "several_numbers"],
  ])("refuses %s as %s", (text, refusal) => {
    expect(read(text)).toBe(refusal);
  });
});

describe("the words beside a number", () => {
  it.each([
    ["about $200", 200, 200, "currency", true],
    ["more than the 200 workers", 200, null],
    ["200 or less", null, 200],
    ["200'ü aşkın işçi", 200, null],
    ["200´e kadar", null, 200],
    ["от тысячи", 1000, null],
    ["in Almaty hundreds of workers", 200, null],
    ["сотни городов", 200, null, "places"],
    ["up to half", null, 50, "percent"],
    ["about half", 50, 50, "percent", true],
  ])("are read in %s", (text, lower, upper, unit = "people", approximate = false) => {
    expect(read(text as string)).toEqual([lower, upper, unit, approximate]);
  });

  it.each([
    ["   ", "empty"],
    ["didn't 200", "negated"],
    ["about 200 or more", "ambiguous_words"],
    ["over 200+", "ambiguous_words"],
    ["200 workers +", "ambiguous_words"],
    ["200 işçi altında", "ambiguous_words"],
    ["200 striking workers or more", "ambiguous_words"],
    ["about workers 200", "ambiguous_words"],
    ["about the striking $200", "ambiguous_words"],
    ["many of the 200", "ambiguous_words"],
    ["5 big towns", "ambiguous_words"],
    ["5 very big towns", "ambiguous_words"],
    ["hundreds of others", "ambiguous_words"],
    ["hundreds percent", "ambiguous_words"],
    ["between hundreds", "ambiguous_words"],
    ["hundreds of hours", "ambiguous_words"],
    ["сотни часов", "other_unit"],
    ["half of most", "ambiguous_words"],
    ["half percent", "ambiguous_words"],
    ["between half", "ambiguous_words"],
    ["half of the days", "ambiguous_words"],
    ["more than about half", "ambiguous_words"],
  ])("make %j unclear: %s", (text, refusal) => {
    expect(read(text)).toBe(refusal);
  });

  it.each(["some workers", "most of them", "all"])("keep %s as words of people, not rough and no number", (text) => {
    expect(quantityOf(` ${text} `)).toEqual({
      lower: null,
      upper: null,
      unit: "people",
      approximate: false,
      words: text,
      rule: { id: "turnout.words_kept", version: expect.any(Number) },
      unknown: "not_reported",
    });
  });
});

describe("foldText", () => {
  it("writes one letter, space, dash and apostrophe in one way", () => {
    expect(foldText(" IŞIK  İŞÇİ’LER\u00a0`ʼ´ Ёлка – − ")).toBe("işik işçi'ler ''' елка - -");
  });
});

describe("applyRule", () => {
  const hundreds = quantityOf("hundreds");

  it("names the body whose rule it is, also where that body keeps the words", () => {
    const ids = (text: string) =>
      (["ccc", "count_love", "words_only"] as const).map((set) => applyRule(set, quantityOf(text)).rule?.id);
    expect(ids("hundreds")).toEqual(["ccc.plural", "count_love.plural", "words_only.words_kept"]);
    expect(ids("tens")).toEqual(["ccc.words_kept", "count_love.words_kept", "words_only.words_kept"]);
    expect(applyRule("ccc", quantityOf("tens"))).toMatchObject({ approximate: false, unknown: "not_reported" });
    expect(applyRule("ccc", hundreds)).toMatchObject({ lower: 200, upper: 200, approximate: true });
  });

  it("leaves alone what no rule made, what has no words, and words that cannot be read", () => {
    const stated = { ...exact(150, "people"), words: "hundreds" };
    expect(applyRule("ccc", stated)).toBe(stated);
    const wordless = { ...hundreds, words: null };
    expect(applyRule("ccc", wordless)).toBe(wordless);
    const unreadable = { ...hundreds, words: "a strike began" };
    expect(applyRule("ccc", unreadable)).toBe(unreadable);
  });

  it("makes no people of a share and no share of people", () => {
    const half = quantityOf("half");
    expect(applyRule("ccc", { ...half, unit: "people" })).toEqual({ ...half, unit: "people" });
    expect(applyRule("count_love", { ...hundreds, unit: "percent" })).toEqual({ ...hundreds, unit: "percent" });
    expect(applyRule("ccc", half)).toMatchObject({ lower: 50, unit: "percent", rule: { id: "ccc.half" } });
  });
});

it.each([
  "~1000",
  "≈ 1000",
  "∼ 1 000",
  "c. 1000",
  "ca. 1000 workers",
  "approx. 1000",
  "ок. 1000 рабочих",
  "прибл. 1000",
  "шам. 1000 адам",
  "yakl. 1000 kişi",
])("a sign or an abbreviation before a number makes it about that number: %j", (text) => {
  expect(readWords(text)).toMatchObject({ quantity: { lower: 1000, upper: 1000, unit: "people", approximate: true } });
});
