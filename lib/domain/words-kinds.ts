import type { Unit } from "./quantity";
import type { Plural } from "./words-rules";

/** Turkish and Kazakh cases that change what the next word means: "200'e kadar" is up to 200, "200 kadar" about 200. */
export type Case = "dative" | "ablative" | "like" | "other" | null;
export type Modifier = "at_least" | "at_most" | "about";

/** What a word or phrase does in a sentence about how many. */
export type Word =
  | { t: "number"; value: number; byDigits: boolean; decimal: boolean; oneSeparator: boolean; case: Case }
  | { t: "times"; value: number; case: Case; needsNumber: boolean; one: boolean }
  | { t: "plural"; plural: Plural; value: number | null }
  | { t: "modifier"; is: Modifier; side: "before" | "after"; loose: boolean; needs: Case; otherwise: Modifier | null }
  | { t: "unit"; unit: Unit | null }
  | { t: "range_from"; alone: Modifier | null }
  | { t: "between" | "and" | "to" | "dash" | "between_end" }
  | { t: "some" }
  | { t: "ten_or_on" }
  | { t: "percent" | "half" | "fraction" | "many" | "part" | "all" | "negation" | "skip" | "break" | "plain" };

export type Entries = Record<string, Word>;

export const all = (phrases: string, word: Word): Entries =>
  Object.fromEntries(phrases.split("|").map((phrase) => [phrase, word]));
export const num = (value: number): Word => ({
  t: "number",
  value,
  byDigits: false,
  decimal: false,
  oneSeparator: false,
  case: null,
});
export const times = (value: number, kase: Case = null): Word => ({
  t: "times",
  value,
  case: kase,
  needsNumber: false,
  one: false,
});
/** "A thousand", "one thousand": complete, so that "twenty one thousand" is not read as twenty thousand. */
export const oneTimes = (value: number): Word => ({ t: "times", value, case: null, needsNumber: false, one: true });
export const timesAfterNumber = (value: number): Word => ({
  t: "times",
  value,
  case: null,
  needsNumber: true,
  one: false,
});
export const plural = (name: Plural): Word => ({ t: "plural", plural: name, value: null });
/** Russian "тысячи" is "thousands" alone and "a thousand" after a number or "более": the word before decides. */
export const pluralOrTimes = (name: Plural, value: number): Word => ({ t: "plural", plural: name, value });
export const before = (is: Modifier): Word => ({
  t: "modifier",
  is,
  side: "before",
  loose: false,
  needs: null,
  otherwise: null,
});
export const after = (is: Modifier, needs: Case = null, otherwise: Modifier | null = null): Word => ({
  t: "modifier",
  is,
  side: "after",
  loose: false,
  needs,
  otherwise,
});
export const looseAfter = (is: Modifier): Word => ({
  t: "modifier",
  is,
  side: "after",
  loose: true,
  needs: null,
  otherwise: null,
});
export const numbers = (words: string, values: readonly number[]): Entries =>
  Object.fromEntries(words.split(" ").map((word, index) => [word, num(values[index] ?? 0)]));
export const of = (unit: Unit | null): Word => ({ t: "unit", unit });
