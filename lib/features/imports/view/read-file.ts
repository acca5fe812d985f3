import { writeCsv } from "@/lib/shared/chart/csv-file";
import type { Reading } from "../schema/row-cells";
import { READ_COLUMNS, type ReadWords, readAs, readLabel } from "./read-as";
import { BYTE_ORDER_MARK } from "./report";
import { REPORT_ROW } from "./report-columns";
import type { BatchRow, FileRow } from "./rows";

type Layout = Pick<BatchRow, "kind" | "separator">;

/** The head of the file of rows in order: where each stands, and what it was read as. */
export function readHead({ kind, separator }: Layout, words: ReadWords): string {
  const labels = READ_COLUMNS[kind].map((column) => readLabel(column, words));
  return BYTE_ORDER_MARK + writeCsv([REPORT_ROW, ...labels], [], separator);
}

type Lines = { reading: Reading; words: ReadWords; separator: string };

export function readLines(rows: readonly FileRow[], { reading, words, separator }: Lines): string {
  const lines = rows.map(({ number, cells }) => {
    const said = readAs(reading, cells, words);
    return [String(number), ...READ_COLUMNS[reading.kind].map((column) => said[column] ?? "")];
  });
  const [first = [], ...others] = lines;
  return lines.length === 0 ? "" : writeCsv(first, others, separator);
}
