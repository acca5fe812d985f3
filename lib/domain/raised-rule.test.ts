import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Quantity } from "./quantity";
import { readByRaisedRule } from "./raised-rule";
import { readWords } from "./words";
import { PLURALS, RULE_SETS, type RuleSet } from "./words-rules";

const { turnout } = RULE_SETS;
const raised: RuleSet = { ...turnout, version: 2, plurals: { ...turnout.plurals, hundreds: 300 } };
const WORDS = [
  "tens",
  "dozens",
  "hundreds",
  "thousands",
  "tens of thousands",
  "more than 200",
  "about 300",
  "36,831",
  "many",
  "half",
];

function read(words: string): Quantity {
  const reading = readWords(words);
  if ("refusal" in reading) throw new Error(reading.refusal);
  return reading.quantity;
}

describe("a rule of a higher version", () => {
  it("changes the numbers it reads otherwise, with its version, and keeps words and unit", () => {
    expect(readByRaisedRule({ ...read("hundreds"), unit: "places" }, raised)).toEqual({
      outcome: "changed",
      quantity: {
        ...{ lower: 300, upper: null, unit: "places", approximate: false, unknown: null, words: "hundreds" },
        rule: { id: "turnout.plural", version: 2 },
      },
    });
  });

  it("leaves numbers that it reads alike with the version that made them", () => {
    expect(readByRaisedRule(read("dozens"), raised)).toEqual({ outcome: "same" });
    expect(readByRaisedRule(read("more than 200"), raised)).toEqual({ outcome: "same" });
  });

  it("never touches digits, hands, other rules or its own version", () => {
    const hundreds = read("hundreds");
    for (const quantity of [
      read("36,831"),
      { ...hundreds, rule: null },
      { ...hundreds, words: null },
      { ...hundreds, rule: { id: "ccc.plural", version: 1 } },
      { ...hundreds, rule: { id: "turnout.plural", version: 2 } },
      { ...hundreds, rule: { id: "turnout.plural", version: 3 } },
    ]) {
      expect(readByRaisedRule(quantity, raised)).toEqual({ outcome: "not_of_rule" });
    }
  });

  it("leaves alone and names what it cannot read any more", () => {
    expect(readByRaisedRule({ ...read("hundreds"), words: "12, 13 or 14" }, raised)).toMatchObject({
      outcome: "unreadable",
    });
    expect(readByRaisedRule({ ...read("half"), unit: "people" }, raised)).toEqual({
      outcome: "unreadable",
      refusal: "other_unit",
    });
  });

  it("has nothing more to change in what it changed", () => {
    const least = fc.option(fc.integer({ min: 1, max: 100_000 }));
    const plurals = fc.record(Object.fromEntries(PLURALS.map((name) => [name, least]))) as fc.Arbitrary<
      RuleSet["plurals"]
    >;
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), plurals, fc.boolean(), (words, made, openAbove) => {
        const set: RuleSet = { ...turnout, version: 2, openAbove, plurals: made };
        const first = readByRaisedRule(read(words), set);
        if (first.outcome !== "changed") return;
        expect(first.quantity).toEqual({
          ...(readWords(words, set) as { quantity: Quantity }).quantity,
          unit: read(words).unit,
        });
        expect(readByRaisedRule(first.quantity, set).outcome).toBe("not_of_rule");
      }),
    );
  });
});
