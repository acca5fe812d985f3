export type CsvRow = { line: number; cells: Readonly<Record<string, string>> };
export type CsvTable = { header: string[]; rows: CsvRow[] };
export type CsvProblem = { line: number; code: "quote_open" | "too_many_cells" | "no_header" | "header_twice" };

/** RFC 4180, as spreadsheets write it: a byte order mark, semicolons or tabs between cells, and empty lines are taken too. */
export function readCsv(text: string): CsvTable | CsvProblem {
  const cut: CutRecord[] = [];
  for (const record of cutRecords(text.replace(/^\uFEFF/, ""), separatorOf(text))) {
    if ("code" in record) return record;
    if (record.cells.some((cell) => cell.trim() !== "")) cut.push(record);
  }
  const [first, ...others] = cut;
  if (first === undefined) return { line: 1, code: "no_header" };
  const header = first.cells.map((cell) => cell.trim());
  if (new Set(header).size < header.length) return { line: first.line, code: "header_twice" };
  const wide = others.find(({ cells }) => cells.length > header.length && cells.slice(header.length).some(Boolean));
  if (wide) return { line: wide.line, code: "too_many_cells" };
  const rows = others.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(header.map((name, at) => [name, (cells[at] ?? "").trim()])),
  }));
  return { header, rows };
}

/** The text of the row that begins on a line, as it was typed; more than one line where a cell in quotation marks is. */
export function rowText(text: string, line: number): string {
  const lines = text.split(/\r\n|\n|\r/).slice(line - 1);
  const marks = (upTo: number) => lines.slice(0, upTo).join("").split('"').length - 1;
  const length = lines.findIndex((_, at) => marks(at + 1) % 2 === 0) + 1;
  return lines.slice(0, Math.max(1, length)).join("\n");
}

type CutRecord = { line: number; cells: string[] };

/** The signs that programs write between cells. */
export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The records of a text one after the other, so that a large one is never held twice; a problem is the last. */
export function* cutRecords(text: string, separator: Separator): Generator<CutRecord | CsvProblem> {
  const between = separator === "|" ? "\\|" : separator;
  const token = new RegExp(
    `"((?:[^"]|"")*)"|([^"${between}\\r\\n][^${between}\\r\\n]*)|(${between})|(\\r\\n|\\n|\\r)|(")`,
    "gu",
  );
  let line = 1;
  let now: CutRecord = { line, cells: [""] };
  for (const [whole, quoted, plain, sign, end] of text.matchAll(token)) {
    if (sign !== undefined) now.cells.push("");
    else if (end !== undefined) {
      yield now;
      line += 1;
      now = { line, cells: [""] };
    } else if (quoted === undefined && plain === undefined) {
      yield { line, code: "quote_open" };
      return;
    } else {
      now.cells.push((now.cells.pop() ?? "") + (quoted?.replaceAll('""', '"') ?? plain ?? ""));
      line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    }
  }
  yield now;
}

/** The sign that the first line has most of: programs write the list sign of their language. */
function separatorOf(text: string): Separator {
  const [head = ""] = text.split(/[\r\n]/, 1);
  const count = (sign: string) => head.split(sign).length;
  return ([",", ";", "\t"] as const).toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}
