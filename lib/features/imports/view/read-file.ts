import { writeCsv } from "@/lib/shared/chart/csv-file";
import type { ImportKind } from "../schema/fields";
import type { Reading } from "../schema/row-cells";
import { READ_COLUMNS, type ReadWords, readAs, readLabel } from "./read-as";
import { REPORT_ROW } from "./report-columns";
import type { FileRow } from "./rows";

/** The head of the file of rows in order: where each stands, and what it was read as. */
export function readHead(kind: ImportKind, words: ReadWords): string {
  return writeCsv([REPORT_ROW, ...READ_COLUMNS[kind].map((column) => readLabel(column, words))], []);
}

export function readLines(rows: readonly FileRow[], reading: Reading, words: ReadWords): string {
  const lines = rows.map(({ number, cells }) => {
    const said = readAs(reading, cells, words);
    return [String(number), ...READ_COLUMNS[reading.kind].map((column) => said[column] ?? "")];
  });
  const [first = [], ...others] = lines;
  return lines.length === 0 ? "" : writeCsv(first, others);
}
