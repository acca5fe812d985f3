import type { Quantity } from "./quantity";
import { RULE_SETS, type RuleSet } from "./words-rules";

export const WORDS_REFUSALS = [
  "empty",
  "no_quantity",
  "several_numbers",
  "ambiguous_number",
  "ambiguous_words",
  "negated",
  "fraction",
  "backwards_range",
  "percent_out_of_range",
  "other_unit",
] as const;
export type WordsRefusal = (typeof WORDS_REFUSALS)[number];
export type WordsReading = { quantity: Quantity } | { refusal: WordsRefusal };
