import type { Case, Word } from "./words-kinds";

/** A number as the text puts it together: "2 bin 500" is one amount. */
export type Amount = {
  t: "amount";
  value: number;
  /**
   * The number before the first multiplier, and the multiplier where there is but one: "2–3 thousand" needs both, and
   * of "2–3 thousand 500" nobody can say what the 2 is.
   */
  coefficient: number;
  factor: number | null;
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
    const unclear = isUnclearStart(words, at, run);
    if (unclear !== null) return { refusal: unclear };
    if (run.length === 0) {
      parts.push(words[at] as Part);
      at += 1;
      continue;
    }
    const amount = evaluate(run);
    if ("refusal" in amount) return amount;
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
  const counts =
    previous?.t === "number" ||
    previous?.t === "range_from" ||
    (previous?.t === "modifier" && previous.side === "before");
  if (word.t !== "plural" || word.value === null || !counts) return null;
  return { t: "times", value: word.value, case: null, needsNumber: false, one: false };
}

/** A multiplier after a word not known may belong to a number word not known; "on" beside a number word may be ten. */
function isUnclearStart(words: readonly Word[], at: number, run: readonly Numeral[]): AmountRefusal | null {
  const [word, previous, next] = [words[at], words[at - 1], words[at + 1]];
  const isWorded = (other: Word | undefined) => other?.t === "times" || (other?.t === "number" && !other.byDigits);
  if (word?.t === "ten_or_on") return isWorded(previous) || isWorded(next) ? "ambiguous_number" : null;
  const first = run[0];
  if (first?.t !== "times" || first.one) return null;
  if (first.needsNumber) return "ambiguous_words";
  return previous?.t === "plain" ? "ambiguous_number" : null;
}

type Total = { total: number; pending: number | null; coefficient: number; factors: number[]; ceiling: number };

function evaluate(run: readonly Numeral[]): Amount | { refusal: AmountRefusal } {
  let state: Total = { total: 0, pending: null, coefficient: 0, factors: [], ceiling: Number.POSITIVE_INFINITY };
  for (const word of run) {
    const next = word.t === "number" ? withNumber(state, word.value) : withTimes(state, word.value, word.one);
    if (typeof next === "string") return { refusal: next };
    state = next;
  }
  const numbers = run.filter((word) => word.t === "number");
  const unclear = numbers.some((word) => word.oneSeparator || (word.decimal && word.value >= 1000));
  if (run.length > 1 && unclear) return { refusal: "ambiguous_number" };
  // 1.1 × 1000 is not 1100 in binary; fifteen digits are what the text can have meant.
  const value = Number((state.total + (state.pending ?? 0)).toPrecision(15));
  const [factor = 1, ...otherFactors] = state.factors;
  const isProduct = otherFactors.length === 0 && (factor === 1 || state.pending === null);
  return {
    t: "amount",
    value,
    coefficient: factor === 1 ? value : state.coefficient,
    factor: isProduct ? factor : null,
    percent: false,
    byDigits: numbers.some((word) => word.byDigits),
    oneSeparator: numbers.some((word) => word.oneSeparator),
    case: run.at(-1)?.case ?? null,
  };
}

// Only "hundred fifty" and "thousand five hundred" go on; two numbers side by side are two numbers.
function withNumber(state: Total, value: number): Total | AmountRefusal {
  return state.pending !== null || value >= state.ceiling ? "several_numbers" : { ...state, pending: value };
}

function withTimes(state: Total, times: number, one: boolean): Total | AmountRefusal {
  const { total, pending, ceiling } = state;
  const after = { pending: null, ceiling: times };
  if (one && pending !== null) return "several_numbers";
  // Nobody counts on in tens or dozens: "five hundred dozen" is neither 512 nor surely 6,000.
  if (total > 0 && times < 100) return "ambiguous_number";
  // "Five hundred thousand": the thousand multiplies all of it. After "two thousand five hundred" it would not be clear.
  if (pending === null && ceiling === 100 && total < 1000 && times >= 1000 && !one) {
    return { ...after, coefficient: total, factors: [times], total: total * times };
  }
  if (times >= ceiling) return "ambiguous_number";
  const count = pending ?? 1;
  const coefficient = state.factors.length === 0 ? count : state.coefficient;
  return { ...after, coefficient, factors: [...state.factors, times], total: total + count * times };
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
