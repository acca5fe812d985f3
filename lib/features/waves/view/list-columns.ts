import { type ColumnName, columnNames } from "@/lib/shared/files/file-registry";
import type { ListName } from "./filtered-list";

export type ListRow<Name extends ListName> = Record<ColumnName<Name>, string | number | null>;

export type ListFile = { header: readonly string[]; rows: string[][] };

/** Cells in the order of the columns; what nobody knows is an empty cell, never a zero. */
export function listFile<Name extends ListName>(name: Name, rows: readonly ListRow<Name>[]): ListFile {
  const header = columnNames(name);
  return { header, rows: rows.map((row) => header.map((column) => String(row[column] ?? ""))) };
}

/** An instant for machines; empty where there is none. */
export function isoOrEmpty(at: number | null | undefined): string {
  return at === null || at === undefined ? "" : new Date(at).toISOString();
}
