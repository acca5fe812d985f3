import type { Word } from "./words-kinds";
import { LEXICON, LONGEST_PHRASE, NUMBER_ENDINGS } from "./words-lexicon";

type Lexed = { words: Word[] } | { refusal: "ambiguous_number" };
type Raw = { text: string; number: Word | null };

/** Small letters, one kind of space, dash and apostrophe; Turkish ı and İ both as i, Russian ё as е. */
export function foldText(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\u0307/g, "")
    .replace(/ı/g, "i")
    .replace(/ё/g, "е")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

const PIECE = /(\d)|(\p{L}[\p{L}\p{M}]*(?:'[\p{L}\p{M}]+)*)|([%><≥≤~∼≈≃±+$€₽₺£₸-])|([^\s\p{L}\p{N}])/gu;
// One kind of separator throughout, in threes; or one decimal separator; or bare digits.
const NUMBER = /(\d{1,3})([ .,])\d{3}(?:\2\d{3})*(?!\d)|\d+[.,]\d+|\d+/y;
const ENDING = /['-](\p{L}+)/uy;

/** The words and numbers of a text, each with what it does. Refuses digits glued to letters and unclear separators. */
export function lex(text: string): Lexed {
  // Folded, "200²" would be 2002; what follows the number is a footnote, a fraction or a power.
  if (/\d\p{No}/u.test(text)) return { refusal: "ambiguous_number" };
  const folded = foldText(text);
  // "-200", "covid-19", "kz22", "№5": digits that are part of a name or a sign are nobody's count.
  if (/(^| )-\d|\p{L}-?\d|\d\p{L}|[^\P{N}\d]/u.test(folded)) return { refusal: "ambiguous_number" };
  const raws: Raw[] = [];
  for (let at = 0; at < folded.length; ) {
    const read = /\d/.test(folded[at] ?? "") ? readNumber(folded, at) : readPiece(folded, at);
    if (read === null) return { refusal: "ambiguous_number" };
    if (read.raw !== null) raws.push(read.raw);
    at = read.next;
  }
  return { words: joinPhrases(raws) };
}

function readPiece(text: string, at: number): { raw: Raw | null; next: number } {
  PIECE.lastIndex = at;
  const match = PIECE.exec(text);
  if (match === null) return { raw: null, next: text.length };
  if (match[1] !== undefined) return { raw: null, next: match.index };
  return { raw: { text: match[0], number: null }, next: match.index + match[0].length };
}

function readNumber(text: string, at: number): { raw: Raw; next: number } | null {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [written, , separator] = match;
  let next = at + written.length;
  if (/^[.,]\d/.test(text.slice(next)) || /^0\d|^0[ .,]\d{3}(?!\d)/.test(written)) return null;
  ENDING.lastIndex = next;
  const ending = ENDING.exec(text);
  const kase = ending === null ? null : NUMBER_ENDINGS.get(ending[1] ?? "");
  if (kase === undefined) return null;
  if (ending !== null) next += ending[0].length;
  const decimal = separator === undefined && /[.,]/.test(written);
  // "1234.567" is neither grouped in threes nor a decimal that anybody would write of people.
  if (decimal && /[.,]\d{3}$/.test(written)) return null;
  const value = Number(decimal ? written.replace(",", ".") : written.replace(/[ .,]/g, ""));
  const oneSeparator = separator !== undefined && separator !== " " && written.split(separator).length === 2;
  return {
    raw: { text: written, number: { t: "number", value, byDigits: true, decimal, oneSeparator, case: kase } },
    next,
  };
}

function joinPhrases(raws: readonly Raw[]): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < raws.length; ) {
    const { word, length } = longestPhrase(raws, at);
    if (word.t !== "skip") words.push(word);
    at += length;
  }
  return words;
}

function longestPhrase(raws: readonly Raw[], at: number): { word: Word; length: number } {
  const number = raws[at]?.number ?? null;
  if (number !== null) return { word: number, length: 1 };
  for (let length = Math.min(LONGEST_PHRASE, raws.length - at); length > 0; length--) {
    const word = LEXICON.get(
      raws
        .slice(at, at + length)
        .map((raw) => raw.text)
        .join(" "),
    );
    if (word !== undefined) return { word, length };
  }
  return { word: { t: /^\p{L}/u.test(raws[at]?.text ?? "") ? "plain" : "break" }, length: 1 };
}
