import type { Case, Word } from "./words-lexicon";

/** A number as the text puts it together: "2 bin 500" is one amount. */
export type Amount = {
  t: "amount";
  value: number;
  /** The number before the last multiplier, and the multiplier: "2–3 thousand" needs both. */
  coefficient: number;
  factor: number;
  percent: boolean;
  byDigits: boolean;
  /** One separator before three digits: 1,500 people, but 1,500 thousand could be either. */
  oneSeparator: boolean;
  case: Case;
};
export type Part = Amount | Exclude<Word, { t: "number" | "times" }>;
export type AmountRefusal = "several_numbers" | "ambiguous_number" | "ambiguous_words";

/** Puts numbers and multipliers that stand together into amounts, and per cent signs into the amount beside them. */
export function toParts(words: readonly Word[]): { parts: Part[] } | { refusal: AmountRefusal } {
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    const run = runAt(words, at);
    if (run.length === 0) {
      parts.push(words[at] as Part);
      at += 1;
      continue;
    }
    const amount = evaluate(run);
    if ("refusal" in amount) return amount;
    if (run[0]?.t === "times" && run[0].needsNumber) return { refusal: "ambiguous_words" };
    parts.push(amount);
    at += run.length;
  }
  return { parts: joinPercent(parts) };
}

type Numeral = Extract<Word, { t: "number" | "times" }>;

function runAt(words: readonly Word[], at: number): Numeral[] {
  const run: Numeral[] = [];
  for (let next = words[at + run.length]; next !== undefined; next = words[at + run.length]) {
    const numeral = asNumeral(next, run.length > 0 ? run.at(-1) : words[at - 1]);
    if (numeral === null) break;
    run.push(numeral);
    // A case ending closes the number: "200'den 300'e" is two.
    if (numeral.case !== null) break;
  }
  return run;
}

function asNumeral(word: Word, previous: Word | undefined): Numeral | null {
  if (word.t === "number" || word.t === "times") return word;
  const counts = previous?.t === "number" || previous?.t === "range_from" || (previous?.t === "modifier" && previous.side === "before");
  if (word.t !== "plural" || word.value === null || !counts) return null;
  return { t: "times", value: word.value, case: null, needsNumber: false };
}

function evaluate(run: readonly Numeral[]): Amount | { refusal: AmountRefusal } {
  let total = 0;
  let pending: number | null = null;
  let [coefficient, factor, ceiling] = [0, 1, Number.POSITIVE_INFINITY];
  for (const word of run) {
    if (word.t === "number") {
      // Only "hundred fifty" and "thousand five hundred" go on; two numbers side by side are two numbers.
      if (pending !== null || word.value >= ceiling) return { refusal: "several_numbers" };
      pending = word.value;
      continue;
    }
    const scaled: number = (pending ?? 1) * word.value;
    if (pending === null && total > 0 && ceiling <= word.value && ceiling !== 100) return { refusal: "ambiguous_number" };
    if (pending === null && total > 0 && ceiling === 100 && total < 1000 && word.value >= 1000) {
      [coefficient, total] = [total, total * word.value];
    } else {
      if (word.value >= ceiling) return { refusal: "ambiguous_number" };
      [coefficient, total] = [pending ?? 1, total + scaled];
    }
    [pending, factor, ceiling] = [null, word.value, word.value];
  }
  const digits = run.filter((word) => word.t === "number");
  const mixed = run.length > 1 && digits.some((word) => word.oneSeparator || (word.decimal && word.value >= 1000));
  if (mixed) return { refusal: "ambiguous_number" };
  const value = Number((total + (pending ?? 0)).toPrecision(15));
  return {
    t: "amount",
    value,
    coefficient: factor === 1 || pending !== null ? value : coefficient,
    factor: pending === null ? factor : 1,
    percent: false,
    byDigits: digits.some((word) => word.byDigits),
    oneSeparator: digits.some((word) => word.oneSeparator),
    case: run.at(-1)?.case ?? null,
  };
}

function joinPercent(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.t === "percent" && last?.t === "amount" && !last.percent) joined.splice(-1, 1, { ...last, percent: true });
    else if (part.t === "amount" && last?.t === "percent") joined.splice(-1, 1, { ...part, percent: true });
    else joined.push(part);
  }
  return joined;
}
