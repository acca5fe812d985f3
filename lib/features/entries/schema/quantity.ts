import type { Measure } from "@/lib/domain/measure";
import { isUnknown, type Quantity, type Unit, type UnknownReason, validateQuantity } from "@/lib/domain/quantity";
import { readWords } from "@/lib/domain/words";
import { type NumberRefusal, readTypedNumber, withoutAbout } from "@/lib/shared/number-input";
import type { FigureInput } from "./figure";
import type { FieldProblem } from "./input";

const UNITS: Partial<Record<Measure, Unit>> = {
  participation_rate: "percent",
  production_share_stopped: "percent",
  days_not_worked: "days",
  places: "places",
};

/** The unit follows the measure; the database holds the same rule. */
export function unitOf(measure: Measure): Unit {
  return UNITS[measure] ?? "people";
}

export type QuantityInput = Pick<
  FigureInput,
  "mode" | "number" | "bound" | "lower" | "upper" | "rangeAbout" | "unknownReason"
>;
type Read = { quantity: Quantity } | { problems: FieldProblem[] };

/** What the source says as the domain's quantity. `words` are the source's own, from the field or from a quotation. */
export function toQuantity(input: QuantityInput, unit: Unit, words: string | null): Read {
  switch (input.mode) {
    case "number":
      return withRule(fromNumber(input, unit), words);
    case "range":
      return withRule(fromRange(input, unit), words);
    case "words_only":
      return words === null ? refuse("words", "words_missing") : { quantity: fromWords(words, unit) };
    case "no_number":
      return noNumber(input, unit, words);
    case "":
      return refuse("mode", "mode_missing");
  }
}

/** A number beside "no number" is one of two things that were meant: it is asked about, never dropped. */
function noNumber({ number, lower, upper, unknownReason }: QuantityInput, unit: Unit, words: string | null): Read {
  const typed = Object.entries({ number, lower, upper }).find(([, text]) => text !== "");
  if (typed !== undefined) return refuse(typed[0], "number_beside_none");
  if (unknownReason === "") return refuse("unknownReason", "reason_missing");
  return { quantity: { ...nothing(unit, unknownReason), words } };
}

function fromNumber(input: QuantityInput, unit: Unit): Read {
  const { text, isAbout } = withoutAbout(input.number);
  // "Exactly" is what the form has chosen beforehand; "more than ~1000" is two answers to one question.
  const isBounded = input.bound === "more_than" || input.bound === "up_to";
  const read = readAmount("number", isBounded ? input.number : text, unit);
  if ("problems" in read) return read;
  const bound = isAbout ? "about" : input.bound === "" ? "exactly" : input.bound;
  return sound(
    {
      ...plain(unit),
      lower: bound === "up_to" ? null : read.value,
      upper: bound === "more_than" ? null : read.value,
      approximate: bound === "about",
    },
    "number",
  );
}

/** One end left empty is open: "more than" or "up to". */
function fromRange(input: QuantityInput, unit: Unit): Read {
  if (input.lower === "" && input.upper === "") return refuse("lower", "range_empty");
  const lower = input.lower === "" ? { value: null } : readAmount("lower", input.lower, unit);
  const upper = input.upper === "" ? { value: null } : readAmount("upper", input.upper, unit);
  const problems = [lower, upper].flatMap((end) => ("problems" in end ? end.problems : []));
  if ("problems" in lower || "problems" in upper) return { problems };
  const approximate = input.rangeAbout === "yes";
  return sound({ ...plain(unit), lower: lower.value, upper: upper.value, approximate }, "lower");
}

/** The domain's rules make a range of the words, or they are kept and the number stays unknown. It never guesses a unit. */
function fromWords(words: string, unit: Unit): Quantity {
  const reading = readWords(words);
  if ("refusal" in reading || reading.quantity.unit !== unit) return { ...nothing(unit, "not_reported"), words };
  return reading.quantity;
}

/** A rule is named only where the words really say this number, so that running a changed rule again cannot alter others. */
function withRule(read: Read, words: string | null): Read {
  if ("problems" in read || words === null) return read;
  return { quantity: { ...read.quantity, words, rule: ruleOf(read.quantity, words) } };
}

/** The rule that makes this very quantity of the words, or keeps them as words; null where they say another. */
export function ruleOf(quantity: Quantity, words: string): Quantity["rule"] {
  const reading = readWords(words);
  if ("refusal" in reading) return null;
  const areKept = isUnknown(reading.quantity) && reading.quantity.unknown === quantity.unknown;
  return areKept || wordsAgree(quantity, words) ? reading.quantity.rule : null;
}

/** Whether the words, read by the rules, say this very quantity; null where the rules cannot read them or know no number. */
export function wordsAgree(quantity: Quantity, words: string): boolean | null {
  const reading = readWords(words);
  if ("refusal" in reading || isUnknown(reading.quantity) || reading.quantity.unit !== quantity.unit) return null;
  const { lower, upper, approximate } = reading.quantity;
  return lower === quantity.lower && upper === quantity.upper && approximate === quantity.approximate;
}

/** Whether words and number are the same but for one of them being "about" and the other exact. */
export function differInPrecision(quantity: Quantity, words: string): boolean {
  return (
    wordsAgree(quantity, words) === false &&
    wordsAgree({ ...quantity, approximate: !quantity.approximate }, words) === true
  );
}

type Amount = { value: number } | { problems: FieldProblem[] };

function readAmount(field: string, typed: string, unit: Unit): Amount {
  if (typed === "") return refuse(field, "number_missing");
  const isFractional = unit === "percent" || unit === "days";
  const reading = readTypedNumber(typed, isFractional ? "fractional" : "whole");
  if ("value" in reading) return { value: reading.value };
  const code: `number_${NumberRefusal}` = `number_${reading.refusal}`;
  return refuse(field, code);
}

function sound(quantity: Quantity, field: string): Read {
  const problem = validateQuantity(quantity)[0];
  return problem === undefined ? { quantity } : refuse(field, `quantity_${problem}`);
}

function plain(unit: Unit): Quantity {
  return { lower: null, upper: null, unit, approximate: false, words: null, rule: null, unknown: null };
}

function nothing(unit: Unit, reason: UnknownReason): Quantity {
  return { ...plain(unit), unknown: reason };
}

function refuse(field: string, code: string): { problems: FieldProblem[] } {
  return { problems: [{ field, code }] };
}
