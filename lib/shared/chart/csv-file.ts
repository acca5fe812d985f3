/** RFC 4180: CRLF, quotes doubled, a field quoted when it holds a quote, the separator or a line break. No byte order mark. */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[], separator = ","): string {
  const line = (row: readonly string[]) => row.map((text) => writeField(text, separator)).join(separator);
  return [header, ...rows].map((row) => `${line(row)}\r\n`).join("");
}

const sign = "[=+\\-@＝＋－＠]";
const unseen = " \\u00a0\\u200b-\\u200d\\ufeff";
/*
 * Spreadsheets run what begins like this as a formula, in its full-width forms too; a leading apostrophe makes it text.
 * A program that expects other signs between cells begins one behind them and behind the end of a line, whatever is quoted.
 * Apostrophes that were there already get another one, so that the first is always ours and every cell can be given back.
 */
const start = `(?='*(?:[${unseen}]*${sign}|[\\t\\r\\n]))`;
const startWithin = `(?='*["${unseen}]*${sign})`;
const formula = new RegExp(`^${start}`, "u");
const signsBut = (separator: string) => (separator === "," ? "([;\\t\\r\\n])" : "([,;|\\t\\r\\n])");
const guard = new RegExp(`^'${start}`, "u");
const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/** The text of a cell without the apostrophes that `writeCsv` put into it. */
export function withoutGuards(cell: string, separator = ","): string {
  return cell.replaceAll(new RegExp(`${signsBut(separator)}'${startWithin}`, "gu"), "$1").replace(guard, "");
}

function writeField(text: string, separator: string): string {
  if (number.test(text)) return text;
  const within = text.replaceAll(new RegExp(`${signsBut(separator)}${startWithin}`, "gu"), "$1'");
  const safe = formula.test(text) ? `'${within}` : within;
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
