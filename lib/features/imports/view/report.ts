import { writeCsv } from "@/lib/shared/chart/csv-file";
import type { RowProblem } from "../schema/row-cells";
import { REPORT_COLUMNS } from "./report-columns";
import type { BatchRow, FileRow } from "./rows";

type Layout = Pick<BatchRow, "header" | "separator">;

/** How a problem is said to the reader: its column, and the reason. */
export type ProblemWords = {
  columnOf(problem: RowProblem): string;
  reasonOf(problem: RowProblem, cell: string): string;
};

/** What spreadsheets take for a sign that the letters are UTF-8, whatever those of the file that came were. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** The head of the report of a file: four columns of our own, then those of the file, between the file's own signs. */
export function reportHead({ header, separator }: Layout): string {
  return BYTE_ORDER_MARK + writeCsv([...REPORT_COLUMNS, ...header], [], separator);
}

/**
 * Wrong rows as lines of the report: where each stands, which columns are wrong and why, and the row as it was. Cells that
 * a spreadsheet would run are made text, and are read back as they were.
 */
export function reportLines(
  rows: readonly FileRow[],
  { header, separator }: Layout,
  { columnOf, reasonOf }: ProblemWords,
): string {
  const lines = rows.map(({ number, problems, cells }) => [
    String(number),
    problems.map(columnOf).join("; "),
    problems.map(({ code }) => code).join("; "),
    problems.map((problem) => reasonOf(problem, cells[problem.column ?? -1] ?? "")).join(" "),
    ...Array.from({ length: Math.max(header.length, cells.length) }, (_, at) => cells[at] ?? ""),
  ]);
  const [first = [], ...others] = lines;
  return lines.length === 0 ? "" : writeCsv(first, others, separator);
}
