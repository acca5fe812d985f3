import { findNamed, type NameIndex } from "./directory";
import type { RowCells } from "./row-cells";

/** The id of what a cell names; empty where the cell is, or where nothing or more than one thing has that name. */
export function foundIn(row: RowCells, name: string, index: NameIndex): string {
  const cell = row.text(name);
  if (cell === "") return "";
  const found = findNamed(index, cell);
  return "id" in found ? found.id : row.refuse(name, found.refusal);
}
