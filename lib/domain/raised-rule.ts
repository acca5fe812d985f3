import type { Quantity, Unit } from "./quantity";
import { readWords, type WordsRefusal } from "./words";
import type { RuleSet } from "./words-rules";

/**
 * What a rule of a higher version makes of a quantity.
 * - `not_of_rule`: stated in digits, entered by hand, or made by another rule or by this version: never touched;
 * - `same`: read again, it says the same number; the version that made it stays, for it is still true that it did;
 * - `changed`: another number, with the version that made it;
 * - `unreadable`: its words can no longer be read, or as a rate where they were a number: it is left alone and named.
 */
export type RaisedReading =
  | { outcome: "not_of_rule" | "same" }
  | { outcome: "changed"; quantity: Quantity }
  | { outcome: "unreadable"; refusal: WordsRefusal };

export function readByRaisedRule(quantity: Quantity, set: RuleSet): RaisedReading {
  const { rule, words } = quantity;
  const isOfSet = rule?.id.startsWith(`${set.id}.`) && rule.version < set.version;
  if (!isOfSet || words === null) return { outcome: "not_of_rule" };
  const reading = readWords(words, set);
  if ("refusal" in reading) return { outcome: "unreadable", refusal: reading.refusal };
  // The unit recorded stays: a moderator may have said "towns".
  const read = { ...reading.quantity, words, unit: quantity.unit };
  if (isRate(reading.quantity.unit) !== isRate(quantity.unit)) return { outcome: "unreadable", refusal: "other_unit" };
  return isSameNumber(read, quantity) ? { outcome: "same" } : { outcome: "changed", quantity: read };
}

function isRate(unit: Unit): boolean {
  return unit === "percent";
}

function isSameNumber(one: Quantity, other: Quantity): boolean {
  return (
    one.lower === other.lower &&
    one.upper === other.upper &&
    one.approximate === other.approximate &&
    one.unknown === other.unknown
  );
}
