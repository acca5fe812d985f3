/** What in a text may lead to a person. */
export const PERSONAL_DATA_KINDS = ["email", "phone", "personal_number"] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** One place in a text: what it seems to be, and how it is written there. */
export type PersonalData = { kind: PersonalDataKind; found: string };

// Letters that show nothing, put between digits so that they are not seen as one number.
const UNSEEN = /\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164/gu;
const AT = String.raw`(?:\s?@\s?|\s?[\[({]\s?(?:at|ат|собака)\s?[\])}]\s?)`;
const DOT = String.raw`(?:\.|\s?[\[({]\s?(?:dot|точка)\s?[\])}]\s?)`;
// Bounded, and begun only where a word begins, so that no text takes long.
const LOCAL = String.raw`(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}`;
const LABEL = String.raw`[\p{L}\p{N}][\p{L}\p{N}-]{0,62}`;
const EMAIL = new RegExp(`${LOCAL}${AT}(?:${LABEL}${DOT}){1,6}\\p{L}{2,30}`, "giu");
/** Digits that belong together: at most two signs between two of them, or a hyphen or dash of any length with spaces. */
const NUMBER = /(?:\+|\b00)?\(?\p{Nd}(?:(?:[ \u00a0().\p{Pd}/]{0,2}|[ \u00a0]\p{Pd}[ \u00a0])\p{Nd})+/gu;
/** A date, also with the hour that follows it: minutes stand behind a sign that no number has. */
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?:[ \u00a0]\d{1,2})?$/;
/** Two dates, or two years, as one writes from when to when. */
const PERIOD =
  /^(?:\d{4}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}-\d{2}-\d{2})\s?[\p{Pd}/]\s?(?:\d{4}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}-\d{2}-\d{2})$/u;
/** Thousands grouped by threes: an amount, which begins with one to three digits and no zero. */
const AMOUNT = /^[1-9]\d{0,2}(?:[ \u00a0.]\d{3})+(?:[ \u00a0]?\p{Pd}\s?[1-9]\d{0,2}(?:[ \u00a0.]\d{3})+)?$/u;
const YEAR = /^(?:19|20)\d{2}$/;

/**
 * E-mail addresses, phone numbers and numbers of twelve digits, as which several countries (Kazakhstan's IIN among
 * them) count their people. It finds too much rather than too little: whoever reads it decides. Dates and amounts
 * grouped by threes are none.
 */
export function personalData(text: string): PersonalData[] {
  const seen = text.replace(UNSEEN, "").normalize("NFKC");
  const emails = [...seen.matchAll(EMAIL)].map(([found]) => ({ kind: "email" as const, found }));
  const rest = seen.replace(EMAIL, " ");
  const numbers = [...rest.matchAll(NUMBER)].flatMap(([match]) => {
    const found = match.trim();
    const kind = kindOfNumber(found);
    return kind === null ? [] : [{ kind, found }];
  });
  return [...emails, ...numbers];
}

function kindOfNumber(found: string): PersonalDataKind | null {
  const digits = [...found.replace(/\P{Nd}/gu, "")].map(digitValue).join("");
  if (DATE.test(found) || PERIOD.test(found)) return null;
  if (isYearAndAmount(found)) return null;
  if (digits.length === 12 && !found.startsWith("+")) return "personal_number";
  const isInternational = /^(?:\+|00)/.test(found) && digits.length >= 8 && digits.length <= 17;
  if (isInternational) return "phone";
  if (AMOUNT.test(found)) return null;
  const isNational = /^\(?[05789]/.test(found) && (digits.length === 10 || digits.length === 11);
  // A number of an area code in brackets is nothing else.
  const hasArea = /\(\p{Nd}{2,5}\)/u.test(found) && digits.length >= 7 && digits.length <= 12;
  return isNational || hasArea ? "phone" : null;
}

/** A year, and after a dash what there was in it: "2022 – 12 000 000". */
function isYearAndAmount(found: string): boolean {
  const [year = "", ...amounts] = found.split(/\s\p{Pd}\s/u);
  return YEAR.test(year) && amounts.length > 0 && amounts.every((one) => AMOUNT.test(one) || DATE.test(one));
}

/** The value of a digit of any script: they stand in runs of ten. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
