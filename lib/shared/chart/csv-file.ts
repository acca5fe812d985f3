/** RFC 4180: CRLF, quotes doubled, a field quoted when it holds a quote, a comma or a line break. No byte order mark. */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(writeField).join(",")}\r\n`).join("");
}

// Spreadsheets run what begins like this as a formula; a leading apostrophe makes it text again.
const formulaStart = /^[=+\-@\t\r]/;
const number = /^-?\d+(\.\d+)?$/;

function writeField(text: string): string {
  const safe = formulaStart.test(text) && !number.test(text) ? `'${text}` : text;
  return /["\r\n,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
