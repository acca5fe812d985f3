import { writeCsv } from "@/lib/shared/chart/csv-file";
import type { RowProblem } from "../schema/row-cells";
import { REPORT_COLUMNS } from "./report-columns";
import type { FileRow } from "./rows";

/** How a problem is said to the reader: its column, and the reason. */
export type ProblemWords = { columnOf(problem: RowProblem): string; reasonOf(problem: RowProblem): string };

/** The head of the report of a file: four columns of our own, then those of the file. */
export function reportHead(header: readonly string[]): string {
  return writeCsv([...REPORT_COLUMNS, ...header], []);
}

/**
 * Wrong rows as lines of the report: where each stands, which columns are wrong and why, and the row as it was. Cells that
 * a spreadsheet would run are made text, and are read back as they were.
 */
export function reportLines(rows: readonly FileRow[], width: number, { columnOf, reasonOf }: ProblemWords): string {
  const lines = rows.map(({ number, problems, cells }) => [
    String(number),
    problems.map(columnOf).join("; "),
    problems.map(({ code }) => code).join("; "),
    problems.map(reasonOf).join(" "),
    ...Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? ""),
  ]);
  return lines.length === 0 ? "" : linesOnly(lines);
}

function linesOnly([first = [], ...others]: string[][]): string {
  return writeCsv(first, others);
}
