import { type NumberKind, type NumberRefusal, readTypedNumber, withoutAbout } from "@/lib/shared/number-input";

export const DECIMALS = ["point", "comma"] as const;
export type Decimal = (typeof DECIMALS)[number];

/** Three digits behind one sign: decimals of one language, thousands of the other. */
const OPEN = /^[1-9]\d{0,2}([.,])\d{3}$/;
const SIGNS = { point: ".", comma: "," } as const;

/** What a cell shows of the sign before its decimals: `open` where it may be either, null where it shows nothing. */
export function decimalShown(cell: string): Decimal | "open" | null {
  const text = tidy(withoutAbout(cell).text);
  if (OPEN.test(text)) return "open";
  const [, sign] = /^\d+([.,])\d{1,9}$/.exec(text) ?? /^\d{1,3}(?:[ ,.']\d{3})+([.,])\d{1,2}$/.exec(text) ?? [];
  return sign === undefined ? null : sign === "." ? "point" : "comma";
}

/** A number with the answer about its column, as the form takes it: digits, and a point before decimals. */
export function readNumberCell(
  cell: string,
  kind: NumberKind,
  decimal: Decimal | undefined,
): { text: string } | { refusal: NumberRefusal | "other_decimal" } {
  const text = tidy(cell);
  const shown = decimalShown(text);
  // Also of people, where a form takes it for thousands: whoever types sees what becomes of it, of a row nobody would.
  if (shown === "open" && decimal === undefined) return { refusal: "ambiguous_separator" };
  if (shown === "open" && decimal !== undefined) {
    const isDecimal = text.includes(SIGNS[decimal]);
    if (isDecimal && kind === "whole") return { refusal: "whole_number_needed" };
    return { text: isDecimal ? text.replace(",", ".") : text.replace(/[.,]/g, "") };
  }
  // A spreadsheet writes whole numbers with decimals of nought. Three of them could be thousands.
  const isWhole = kind === "whole" && shown !== null && shown !== "open" && /[.,]0{1,2}$/.test(text);
  if (isWhole && decimal !== undefined && shown !== decimal) return { refusal: "other_decimal" };
  if (isWhole) return readNumberCell(text.replace(/[.,]0+$/, ""), kind, decimal);
  if (kind === "fractional" && shown !== null && shown !== "open" && decimal !== undefined && shown !== decimal)
    return { refusal: "other_decimal" };
  const read = readTypedNumber(text, kind);
  return "value" in read ? { text: String(read.value) } : read;
}

const RANGE = /^(.*\d)\s*(?:[-–—…]|\.\.\.?)\s*(\d.*)$/u;

/** The two ends of a cell such as "200–250"; null where it has none. */
export function endsOf(cell: string): [string, string] | null {
  const [, from, to] = RANGE.exec(cell) ?? [];
  return from === undefined || to === undefined ? null : [from, to];
}

function tidy(cell: string): string {
  return cell
    .normalize("NFKC")
    .replace(/[\s\u00a0\u2009\u202f]+/gu, " ")
    .replace(/^%\s?|\s?%$/gu, "")
    .trim();
}
