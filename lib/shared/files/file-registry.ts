import { CHART_FILES } from "./chart-files";
import { CLAIM_FILES } from "./claim-files";
import type { Column, Columns } from "./column";
import { LIST_FILES } from "./list-files";
import { TOTAL_FILES } from "./total-files";

/**
 * Every file of a table to take away, with its columns in their order. What writes a file takes its header from here, and
 * the data dictionary is made from here: a column that is not here is in no file.
 */
const FILES = { ...CLAIM_FILES, ...LIST_FILES, ...TOTAL_FILES, ...CHART_FILES } as const;

export type FileName = keyof typeof FILES;
export type ColumnName<Name extends FileName> = keyof (typeof FILES)[Name] & string;
export const FILE_NAMES = Object.keys(FILES) as FileName[];

/** The columns of a file with what is said of each, in their order. */
export function columnsOf(name: FileName): [string, Column][] {
  const columns: Columns = FILES[name];
  return Object.entries(columns);
}

/** The header of a file. */
export function columnNames<Name extends FileName>(name: Name): ColumnName<Name>[] {
  return Object.keys(FILES[name]) as ColumnName<Name>[];
}

/** The row that says the same header in hashtags (HXL 1.1), between the header and the first row. */
export function hashtagsOf(name: FileName): string[] {
  return columnsOf(name).map(([, { hxl }]) => hxl);
}

/** Where a file of a wave stands. */
export function filePath(wave: string, name: FileName): string {
  return `/api/v1/waves/${wave}/${name in CHART_FILES ? "charts/" : ""}${name}.csv`;
}
