import type { Quantity, Unit } from "./quantity";
import { type AmountRefusal, toParts } from "./words-amounts";
import { lex } from "./words-lexer";
import { type Found, findQuantity, type MeaningRefusal } from "./words-meaning";
import { RULE_SETS, type RuleSet, type RuleSetId } from "./words-rules";

export type WordsRefusal = "empty" | AmountRefusal | MeaningRefusal;
export type WordsReading = { quantity: Quantity } | { refusal: WordsRefusal };

/**
 * Reads a number out of a source's words in English, Russian, Kazakh or Turkish, keeping the words.
 *
 * - Numbers stated in digits are themselves ("36 831", "1,5 thousand", "200–300"); everything else names its rule
 *   (`turnout.plural`, `.more_than`, `.up_to`, `.about`, `.half`, `.number_words`, `.words_kept`) and that rule's version.
 * - "More than N" and "at least N" both are N and open above; "up to N" is N and open below; "about N" is N at both ends.
 * - "Half" and per cent are a rate in percent, never people. Without a unit word the unit is people.
 * - "Many", "all the streets" are unknown (`not_reported`) with the words kept.
 * - Two numbers that are no range, digits inside names, a negation, an unclear separator: refused. It never guesses.
 */
export function readWords(text: string, ruleSet: RuleSetId | RuleSet = "turnout"): WordsReading {
  if (text.trim() === "") return { refusal: "empty" };
  const lexed = lex(text);
  if ("refusal" in lexed) return lexed;
  if (lexed.words.some((word) => word.t === "negation")) return { refusal: "negated" };
  const amounts = toParts(lexed.words);
  if ("refusal" in amounts) return amounts;
  const found = findQuantity(amounts.parts);
  return "refusal" in found
    ? found
    : { quantity: toQuantity(found, text.trim(), typeof ruleSet === "string" ? RULE_SETS[ruleSet] : ruleSet) };
}

/**
 * The quantity as another rule set reads its words. What was stated in digits never changes under any of them, nor does
 * a quantity whose words that rule set cannot read. The unit recorded stays: a moderator may have said "towns".
 */
export function applyRule(ruleSet: RuleSetId, quantity: Quantity): Quantity {
  if (quantity.rule === null || quantity.words === null) return quantity;
  const reading = readWords(quantity.words, ruleSet);
  if ("refusal" in reading) return quantity;
  const isRate = (unit: Unit) => unit === "percent";
  if (isRate(reading.quantity.unit) !== isRate(quantity.unit)) return quantity;
  return { ...reading.quantity, unit: quantity.unit };
}

function toQuantity(found: Found, words: string, set: RuleSet): Quantity {
  const rule = found.rule === null ? null : { id: `${set.id}.${found.rule}`, version: set.version };
  const base = { unit: found.unit, approximate: found.approximate, words, rule };
  if (found.plural === null) {
    return {
      ...base,
      lower: found.lower,
      upper: found.upper,
      unknown: found.rule === "words_kept" ? "not_reported" : null,
    };
  }
  const least = set.plurals[found.plural];
  if (least === null) {
    const kept = { id: `${set.id}.words_kept`, version: set.version };
    return { ...base, lower: null, upper: null, rule: kept, approximate: false, unknown: "not_reported" };
  }
  return { ...base, lower: least, upper: set.openAbove ? null : least, approximate: !set.openAbove, unknown: null };
}
