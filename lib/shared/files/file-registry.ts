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

/** The last column of every file: under which seal of the audit log it was published, the same in each row. */
const SEAL: Columns = { audit_seal: { hxl: "#meta+audit+seal", type: "text" } };

/** The columns of a file with what is said of each, in their order; the seal comes last. */
export function columnsOf(name: FileName): [string, Column][] {
  const columns: Columns = FILES[name];
  return [...Object.entries(columns), ...Object.entries(SEAL)];
}

/** The header of what a file says itself, without the seal. */
export function columnNames<Name extends FileName>(name: Name): ColumnName<Name>[] {
  return Object.keys(FILES[name]) as ColumnName<Name>[];
}

/** The first row of a file as it is written, and the one that says the same in hashtags (HXL 1.1) after it. */
export function headerOf(name: FileName): { names: string[]; hashtags: string[] } {
  const columns = columnsOf(name);
  return { names: columns.map(([column]) => column), hashtags: columns.map(([, { hxl }]) => hxl) };
}

/** Where a file of a wave stands. */
export function filePath(wave: string, name: FileName): string {
  return `/api/v1/waves/${wave}/${name in CHART_FILES ? "charts/" : ""}${name}.csv`;
}
