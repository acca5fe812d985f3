/** RFC 4180: CRLF, quotes doubled, a field quoted when it holds a quote, a comma or a line break. No byte order mark. */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(writeField).join(",")}\r\n`).join("");
}

// Spreadsheets run what begins like this as a formula, in their full-width forms too; a leading apostrophe makes it text.
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

function writeField(text: string): string {
  const safe = formulaStart.test(text) && !number.test(text) ? `'${text}` : text;
  return /["\r\n,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
