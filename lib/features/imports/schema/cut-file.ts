import { type CsvProblem, cutRecords, SEPARATORS, type Separator } from "@/lib/shared/csv-rows";

/** More would be a file for the operator of an instance, not for a form. */
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 100;
const LOOKED_AT = 50;

export type FileRefusal = CsvProblem["code"] | "separator_unsure" | "rows_missing" | "rows_many" | "columns_many";
export type CutFile = { separator: Separator; header: string[]; rows: Iterable<{ number: number; cells: string[] }> };

/** The sign between the cells, where one alone makes a table of the first lines; nothing is chosen between two that do. */
export function findSeparator(text: string): Separator | null {
  const makesTable = SEPARATORS.filter((separator) => {
    const widths: number[] = [];
    for (const record of cutRecords(text, separator)) {
      if ("code" in record || widths.length === LOOKED_AT) break;
      if (record.cells.some((cell) => cell.trim() !== "")) widths.push(record.cells.length);
    }
    const [head = 0, ...rest] = widths;
    return head > 1 && rest.filter((width) => width === head).length * 2 >= rest.length;
  });
  const [only, ...others] = makesTable;
  return only !== undefined && others.length === 0 ? only : null;
}

/** The sign that makes a known column one of the header, where programs may have written another than the file came with. */
export function separatorWith(column: string, text: string): Separator | null {
  const isBetween = (separator: Separator) => {
    const head = cutRecords(text.replace(/^\uFEFF/, ""), separator).next().value;
    return head !== undefined && "cells" in head && head.cells.some((cell: string) => cell.trim() === column);
  };
  return SEPARATORS.find(isBetween) ?? null;
}

/**
 * A file cut into its rows as they are asked for, each with its place as a spreadsheet counts. Throws a `FileProblem` on
 * what makes the file as a whole unreadable, when it comes to it.
 */
export function cutFile(text: string, separator: Separator): CutFile {
  const records = cutRecords(text.replace(/^\uFEFF/, ""), separator)[Symbol.iterator]();
  const first = records.next().value;
  if (first === undefined) throw new FileProblem("no_header", 1);
  if ("code" in first) throw new FileProblem(first.code, first.line);
  const header = first.cells.map((cell: string) => cell.trim());
  while (header.at(-1) === "") header.pop();
  if (header.length === 0) throw new FileProblem("no_header", 1);
  if (header.length > MOST_COLUMNS) throw new FileProblem("columns_many", 1);
  if (new Set(header).size < header.length) throw new FileProblem("header_twice", 1);
  return { separator, header, rows: rowsOf(records) };
}

function* rowsOf(records: Iterator<ReturnType<typeof cutRecords> extends Iterable<infer R> ? R : never>) {
  let number = 1;
  let filled = 0;
  for (let next = records.next(); !next.done; next = records.next()) {
    number += 1;
    if ("code" in next.value) throw new FileProblem(next.value.code, next.value.line);
    const { cells } = next.value;
    if (cells.every((cell) => cell.trim() === "")) continue;
    filled += 1;
    if (filled > MOST_ROWS) throw new FileProblem("rows_many", number);
    yield { number, cells };
  }
  if (filled === 0) throw new FileProblem("rows_missing", 2);
}

/** Why a whole file cannot be read, and in which of its lines that shows. */
export class FileProblem extends Error {
  constructor(
    readonly code: FileRefusal,
    readonly line: number,
  ) {
    super(code);
  }
}
