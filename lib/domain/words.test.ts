import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateQuantity } from "./quantity";
import { applyRule, readWords } from "./words";
import { LEXICON } from "./words-lexicon";
import { RULE_SET_IDS } from "./words-rules";

type Row = [text: string, lower: number | null, upper: number | null, unit?: string, approximate?: boolean];

function read(text: string) {
  const reading = readWords(text);
  if ("refusal" in reading) return reading.refusal;
  const { lower, upper, unit, approximate } = reading.quantity;
  return [lower, upper, unit, approximate];
}
const expected = ([, lower, upper, unit = "people", approximate = false]: Row) => [lower, upper, unit, approximate];

const STATED: Row[] = [
  ["36 831", 36831, 36831],
  ["36\u00a0831 workers", 36831, 36831],
  ["36,831 workers", 36831, 36831],
  ["1.500.000", 1_500_000, 1_500_000],
  ["1.500 işçi", 1500, 1500],
  ["1,5 thousand", 1500, 1500],
  ["1.1 thousand people", 1100, 1100],
  ["2 bin 500 işçi", 2500, 2500],
  ["200 bin kişi", 200_000, 200_000],
  ["5 тыс. рабочих", 5000, 5000],
  ["1,5 тыс. человек", 1500, 1500],
  ["5 мың жұмысшы", 5000, 5000],
  ["0 workers", 0, 0],
  ["all 200 workers", 200, 200],
  ["200-person crowd", 200, 200],
  ["75 %", 75, 75, "percent"],
  ["yüzde 75", 75, 75, "percent"],
  ["%75", 75, 75, "percent"],
  ["75 процентов", 75, 75, "percent"],
  ["75 пайыз", 75, 75, "percent"],
  ["12,5 %", 12.5, 12.5, "percent"],
  ["0.5 percent", 0.5, 0.5, "percent"],
  ["5 000 тенге", 5000, 5000, "tenge"],
  ["$500", 500, 500, "currency"],
  ["200 рабочих дней", 200, 200, "days"],
  ["12 cities", 12, 12, "places"],
];
const RANGES: Row[] = [
  ["between 200 and 300", 200, 300],
  ["200-300", 200, 300],
  ["200–300 workers", 200, 300],
  ["from 200 to 300", 200, 300],
  ["от 200 до 300 рабочих", 200, 300],
  ["между 200 и 300", 200, 300],
  ["2–3 тысячи", 2000, 3000],
  ["1.5-2 thousand", 1500, 2000],
  ["from 500 to 1 thousand", 500, 1000],
  ["200-ден 300-ге дейін", 200, 300],
  ["200 мен 300 арасында", 200, 300],
  ["200 ila 300 işçi", 200, 300],
  ["200 ile 300 arasında", 200, 300],
  ["200'den 300'e kadar", 200, 300],
  ["50–60 %", 50, 60, "percent"],
  ["about 200-300", 200, 300, "people", true],
  ["10 000–20 000", 10_000, 20_000],
];
const OPEN: Row[] = [
  ["more than 200", 200, null],
  ["over 1,000 workers", 1000, null],
  ["at least 300", 300, null],
  ["200+", 200, null],
  ["200 workers or more", 200, null],
  ["no fewer than 50", 50, null],
  ["more than a thousand", 1000, null],
  ["более 200 человек", 200, null],
  ["более тысячи рабочих", 1000, null],
  ["не менее 50", 50, null],
  ["от 200 рабочих", 200, null],
  ["200-ден астам", 200, null],
  ["мыңнан астам жұмысшы", 1000, null],
  ["кемінде 200", 200, null],
  ["200'den fazla işçi", 200, null],
  ["binden fazla işçi", 1000, null],
  ["EN AZ 200 İŞÇİ", 200, null],
  ["up to 300", null, 300],
  ["fewer than 300", null, 300],
  ["no more than 300", null, 300],
  ["до 300 человек", null, 300],
  ["не более 300", null, 300],
  ["300-ге дейін", null, 300],
  ["300'e kadar", null, 300],
  ["en fazla 300", null, 300],
  ["more than 75 %", 75, null, "percent"],
];
const ABOUT: Row[] = [
  ["about 200", 200, 200, "people", true],
  ["appx 200", 200, 200, "people", true],
  ["around 2 thousand", 2000, 2000, "people", true],
  ["some 200 workers", 200, 200, "people", true],
  ["около 200", 200, 200, "people", true],
  ["около тысячи человек", 1000, 1000, "people", true],
  ["200-ге жуық", 200, 200, "people", true],
  ["шамамен 200", 200, 200, "people", true],
  ["мыңдай адам", 1000, 1000, "people", true],
  ["yaklaşık 200", 200, 200, "people", true],
  ["200 kadar işçi", 200, 200, "people", true],
  ["200 civarında", 200, 200, "people", true],
];
const PLURALS: Row[] = [
  ["dozens of workers", 24, null],
  ["hundreds", 200, null],
  ["several hundred people", 200, null],
  ["thousands took part", 2000, null],
  ["tens of thousands", 20_000, null],
  ["hundreds of thousands", 200_000, null],
  ["сотни рабочих", 200, null],
  ["тысячи рабочих", 2000, null],
  ["десятки тысяч", 20_000, null],
  ["сотни тысяч", 200_000, null],
  ["десятки рабочих", 20, null],
  ["жүздеген жұмысшы", 200, null],
  ["мыңдаған", 2000, null],
  ["ондаған мың", 20_000, null],
  ["yüzlerce işçi", 200, null],
  ["binlerce", 2000, null],
  ["on binlerce", 20_000, null],
  ["yüz binlerce", 200_000, null],
];
const WORDED: Row[] = [
  ["five hundred workers", 500, 500],
  ["two thousand five hundred", 2500, 2500],
  ["one thousand five hundred", 1500, 1500],
  ["seventeen thousand", 17_000, 17_000],
  ["a hundred thousand", 100_000, 100_000],
  ["five workers on strike", 5, 5],
  ["on bin işçi", 10_000, 10_000],
  ["он мың жұмысшы", 10_000, 10_000],
  ["five hundred thousand", 500_000, 500_000],
  ["две тысячи рабочих", 2000, 2000],
  ["полторы тысячи", 1500, 1500],
  ["beş yüz işçi", 500, 500],
  ["bin yüz işçi", 1100, 1100],
  ["yüz bin işçi", 100_000, 100_000],
  ["бес жүз адам", 500, 500],
  ["half the workforce", 50, 50, "percent"],
  ["more than half of the workers", 50, null, "percent"],
  ["половина рабочих", 50, 50, "percent"],
  ["işçilerin yarısı", 50, 50, "percent"],
  ["жұмысшылардың жартысы", 50, 50, "percent"],
];

describe("readWords", () => {
  it.each([...STATED, ...RANGES, ...OPEN, ...ABOUT, ...PLURALS, ...WORDED])("reads %s", (...row) => {
    expect(read(row[0])).toEqual(expected(row));
  });

  it.each([
    ["", "empty"],
    ["a strike began", "no_quantity"],
    ["300 workers in 3 towns", "several_numbers"],
    ["on 4 January 300 workers", "several_numbers"],
    ["200 or 300", "several_numbers"],
    ["hundreds, even thousands", "several_numbers"],
    ["two thousands", "several_numbers"],
    ["1,500 thousand", "ambiguous_number"],
    ["1.500 %", "ambiguous_number"],
    ["1234,567", "ambiguous_number"],
    ["1,500.5", "ambiguous_number"],
    ["KZ22", "ambiguous_number"],
    ["covid-19", "ambiguous_number"],
    ["-200", "ambiguous_number"],
    ["75-процентный", "ambiguous_number"],
    ["200k", "ambiguous_number"],
    ["½ of them", "several_numbers"],
    ["not 200", "negated"],
    ["никто не вышел", "negated"],
    ["2.5 workers", "fraction"],
    ["two thirds", "fraction"],
    ["half of the 200 workers", "fraction"],
    ["half a million", "fraction"],
    ["300-200", "backwards_range"],
    ["150 %", "percent_out_of_range"],
    ["for 3 hours", "other_unit"],
    ["3-day", "ambiguous_number"],
    ["most of the 200 workers", "ambiguous_words"],
    ["200 workers over wages", "ambiguous_words"],
    ["at least about 200", "ambiguous_words"],
    ["up to 200-300", "ambiguous_words"],
    ["more than thousands", "ambiguous_words"],
    ["from 200", "ambiguous_words"],
    ["on beş bin işçi", "ambiguous_number"],
    ["он бес мың жұмысшы", "ambiguous_number"],
    ["on binden fazla", "ambiguous_number"],
    ["twenty one thousand", "several_numbers"],
    ["umpteen thousand", "ambiguous_number"],
    ["a couple of hundred", "fraction"],
    ["one in five workers", "fraction"],
    ["5 m", "other_unit"],
  ])("refuses %j as %s rather than guess", (text, refusal) => {
    expect(read(text)).toBe(refusal);
  });

  it.each(["many", "all the streets", "множество людей", "çok sayıda işçi", "көптеген адам"])(
    "keeps %s as words, unknown and not zero",
    (text) => {
      const reading = readWords(text);
      expect(reading).toMatchObject({
        quantity: {
          lower: null,
          upper: null,
          unknown: "not_reported",
          words: text,
          rule: { id: "turnout.words_kept" },
        },
      });
    },
  );

  it("names the rule and its version for what words gave, and none for digits", () => {
    const rules = ["hundreds", "more than 5", "up to 5", "about 5", "half", "five hundred", "5", "5-6"].map((text) => {
      const reading = readWords(text);
      return "quantity" in reading ? reading.quantity.rule : reading;
    });
    expect(rules.map((rule) => (rule && "id" in rule ? `${rule.id}@${rule.version}` : rule))).toEqual([
      "turnout.plural@1",
      "turnout.more_than@1",
      "turnout.up_to@1",
      "turnout.about@1",
      "turnout.half@1",
      "turnout.number_words@1",
      null,
      null,
    ]);
  });

  it("reads every whole number back, however it is grouped", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.constantFrom(" ", ",", ".", "\u00a0", "\u202f", ""),
        (n, separator) => {
          const written = String(n).replace(/\B(?=(\d{3})+$)/g, separator);
          expect(read(`${written} workers`)).toEqual([n, n, "people", false]);
        },
      ),
    );
  });

  it("never gives an unsound quantity, whatever the text", () => {
    const word = fc.constantFrom(...LEXICON.keys(), "200", "1,5", "3 000", "300'e", "200-ден", "workers");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.constantFrom(...RULE_SET_IDS), (words, set) => {
        const reading = readWords(words.join(" "), set);
        if ("quantity" in reading) expect(validateQuantity(reading.quantity)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("applyRule", () => {
  const under = (text: string, set: (typeof RULE_SET_IDS)[number]) => {
    const reading = readWords(text);
    if ("refusal" in reading) throw new Error(reading.refusal);
    const { lower, upper, unknown } = applyRule(set, reading.quantity);
    return [lower, upper, unknown];
  };

  it.each([
    ["hundreds", "ccc", [200, 200, null]],
    ["hundreds", "count_love", [100, 100, null]],
    ["hundreds", "words_only", [null, null, "not_reported"]],
    ["dozens", "ccc", [null, null, "not_reported"]],
    ["dozens", "count_love", [20, 20, null]],
    ["thousands", "count_love", [1000, 1000, null]],
    ["more than 200", "ccc", [200, null, null]],
  ] as const)("reads %s under %s", (text, set, bounds) => {
    expect(under(text, set)).toEqual(bounds);
  });

  it("changes no number that was stated in digits, and comes back to where it started", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.constantFrom(...RULE_SET_IDS), (n, set) => {
        expect(under(String(n), set)).toEqual([n, n, null]);
        expect(under(`at least ${n}`, set)).toEqual([n, null, null]);
      }),
    );
    const first = readWords("hundreds");
    if ("refusal" in first) throw new Error(first.refusal);
    expect(applyRule("turnout", applyRule("words_only", first.quantity))).toEqual(first.quantity);
  });

  it("keeps the unit a moderator recorded", () => {
    const first = readWords("dozens");
    if ("refusal" in first) throw new Error(first.refusal);
    expect(applyRule("count_love", { ...first.quantity, unit: "places" })).toMatchObject({ lower: 20, unit: "places" });
  });
});
