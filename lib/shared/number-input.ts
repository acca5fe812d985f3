/**
 * A number as a person types it, in the writing of any of the four languages: "1500", "1 500", "1,500", "1.500", "36 831".
 * It never guesses: what could be two numbers is refused with the reason, so that the form can say what to type instead.
 */
export const NUMBER_REFUSALS = [
  "not_a_number",
  "two_numbers",
  "negative",
  "whole_number_needed",
  "ambiguous_separator",
  "broken_grouping",
  "too_large",
] as const;
export type NumberRefusal = (typeof NUMBER_REFUSALS)[number];
export type NumberReading = { value: number } | { refusal: NumberRefusal };

export type NumberKind = "whole" | "fractional";

/** More than all people alive; beyond it the number is a slip of the finger. */
const LARGEST = 10_000_000_000;
/** What some write for a range: it has an answer of its own, with a field for each end. */
const TWO_NUMBERS = /^\d[\d ,.']*\s?[-\u2010-\u2015\u2212]\s?\d[\d ,.']*$/u;
const GROUPED = /^\d{1,3}(?:([ ,.'])\d{3})(?:\1\d{3})*$/;
const GROUPED_WITH_DECIMALS = /^(\d{1,3}([ ,.'])\d{3}(?:\2\d{3})*)(?!\2)[.,](\d{1,9})$/;

export function readTypedNumber(typed: string, kind: NumberKind): NumberReading {
  const text = tidy(typed, kind);
  if (/^[-−]\s?\d/.test(text)) return { refusal: "negative" };
  if (TWO_NUMBERS.test(text)) return { refusal: "two_numbers" };
  if (!/^\d[\d ,.']*$/.test(text)) return { refusal: "not_a_number" };
  const reading = kind === "whole" ? readWhole(text) : readFractional(text);
  return "value" in reading && reading.value > LARGEST ? { refusal: "too_large" } : reading;
}

/** What some write before a number that is meant roughly. */
const ABOUT = /^(?:[~∼≈≃±]|ca?\.)\s*(?=\d)/iu;

/** A number without the sign that it is meant roughly ("~1000", "≈ 1 000", "c. 1000"), and whether it had one. */
export function withoutAbout(typed: string): { text: string; isAbout: boolean } {
  const folded = typed.normalize("NFKC").trim();
  return ABOUT.test(folded) ? { text: folded.replace(ABOUT, ""), isAbout: true } : { text: typed, isAbout: false };
}

// Full-width digits become plain ones, every kind of space one space, every apostrophe one apostrophe.
function tidy(typed: string, kind: NumberKind): string {
  const text = typed
    .normalize("NFKC")
    .replace(/[\s\u00a0\u2009\u202f]+/gu, " ")
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .trim();
  return kind === "fractional" ? text.replace(/^%\s?|\s?%$/gu, "") : text;
}

/** People and places are whole, so one separator before three digits can only group them. */
function readWhole(text: string): NumberReading {
  if (/^\d+$/.test(text)) return plain(text);
  if (GROUPED.test(text)) return plain(text.replace(/[ ,.']/g, ""));
  return /^\d+[.,]\d+$/.test(text) || GROUPED_WITH_DECIMALS.test(text)
    ? { refusal: "whole_number_needed" }
    : { refusal: "broken_grouping" };
}

/** Percent and days may have decimals: "1.500" is one and a half or fifteen hundred, and only the source knows. */
function readFractional(text: string): NumberReading {
  if (/^\d+$/.test(text)) return plain(text);
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return { refusal: "ambiguous_separator" };
  if (/^\d+[.,]\d{1,9}$/.test(text)) return plain(text.replace(",", "."));
  if (GROUPED.test(text)) return plain(text.replace(/[ ,.']/g, ""));
  const [, whole, , decimals] = GROUPED_WITH_DECIMALS.exec(text) ?? [];
  if (whole === undefined) return { refusal: "broken_grouping" };
  return plain(`${whole.replace(/[ ,.']/g, "")}.${decimals}`);
}

// "007" is a code and "00,500" a slip; nobody writes a count that way.
function plain(digits: string): NumberReading {
  return /^0\d/.test(digits) ? { refusal: "not_a_number" } : { value: Number(digits) };
}
