import { type CsvProblem, readCsv } from "@/lib/shared/csv-rows";
import {
  cellOf,
  columnsOfTable,
  type EmployerTableRow,
  type PlaceRow,
  type RowProblem,
  rowSchemas,
  type TableName,
  type TypedCells,
  type WorkforceTableRow,
  wholeRowProblems,
} from "./tables";

export type TypedRow = { line: number; cells: TypedCells };

export type TableRows =
  | { table: "places"; rows: (PlaceRow & { line: number })[] }
  | { table: "employers"; rows: (EmployerTableRow & { line: number })[] }
  | { table: "workforces"; rows: (WorkforceTableRow & { line: number })[] };

/** More would hold every other write up for too long. */
export const MOST_ROWS = 1000;

/** The rows of a pasted CSV text, or what is wrong with the text as a whole. */
export function rowsOfCsv(table: TableName, csv: string): { rows: TypedRow[] } | { problems: RowProblem[] } {
  const read = readCsv(csv);
  if ("code" in read) return { problems: [{ line: read.line, field: "csv", code: codeOf(read) }] };
  const known = columnsOfTable(table);
  const strange = read.header.filter((name) => !known.includes(name));
  const inHeader = strange.map((field) => ({ line: 1, field, code: "column_unknown" }));
  if (!read.header.includes("id")) inHeader.push({ line: 1, field: "id", code: "column_missing" });
  if (inHeader.length > 0) return { problems: inHeader };
  if (read.rows.length === 0) return { problems: [{ line: 1, field: "csv", code: "rows_missing" }] };
  if (read.rows.length > MOST_ROWS) return { problems: [{ line: MOST_ROWS + 2, field: "csv", code: "rows_many" }] };
  return { rows: read.rows };
}

function codeOf({ code }: CsvProblem): string {
  return code;
}

/** Each row read by the form of its table; those with problems are named by their line and left out. */
export function readRows(table: TableName, rows: readonly TypedRow[]): { of: TableRows; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const seen = new Set<string>();
  const good: unknown[] = [];
  for (const { line, cells } of rows) {
    const read = rowSchemas[table].safeParse(cells);
    const own = [
      ...(read.error?.issues ?? []).map(({ path, message }) => ({ field: path.join("."), code: codeSaid(message) })),
      ...wholeRowProblems(table, cells),
    ];
    const id = cellOf(cells, "id");
    if (seen.has(id) && id !== "") own.push({ field: "id", code: "id_twice" });
    seen.add(id);
    problems.push(...own.map((problem) => ({ line, ...problem })));
    if (read.success && own.length === 0) good.push({ ...read.data, line });
  }
  return { of: { table, rows: good } as TableRows, problems };
}

function codeSaid(message: string): string {
  return /^[a-z_]+$/.test(message) ? message : "unknown_choice";
}
