import type { FieldProblem } from "@/lib/features/entries/schema/input";
import { IMPORT_FIELDS, type ImportKind } from "./fields";
import { actionOf } from "./row-action";
import { type Reading, RowCells, type RowProblem } from "./row-cells";
import { figureOf } from "./row-figure";
import { sourceOf, workforceOf } from "./row-workforce";

const READERS: Readonly<Record<ImportKind, (row: RowCells) => Record<string, unknown>>> = {
  figure: figureOf,
  action: actionOf,
  workforce: workforceOf,
  source: sourceOf,
};

export type ReadRow = { payload: Record<string, unknown>; problems: RowProblem[] };

/** A row as the form of its kind would send it, with what of its cells could not be read. */
export function readRow(reading: Reading, cells: readonly string[], width: number): ReadRow {
  const row = new RowCells(reading, cells);
  if (cells.slice(width).some((cell) => cell.trim() !== "")) row.refuse("row", "cells_many");
  const payload = READERS[reading.kind](row);
  return { payload, problems: row.problems };
}

/** What a form finds wrong; `of`: which of several things of one field. */
export type FoundProblem = FieldProblem & { of?: string };

/** What the form itself finds wrong, told of the columns; a field whose cell could not be read is told of once. */
export function withFormProblems(
  { kind, mapping }: Pick<Reading, "kind" | "mapping">,
  own: readonly RowProblem[],
  found: readonly FoundProblem[],
): RowProblem[] {
  const told = new Set(own.map(({ field }) => field));
  const columnOf = (field: string) => {
    const names = [
      ...IMPORT_FIELDS[kind].filter(({ into }) => into === field).map(({ name }) => name),
      ...insteadOf(field),
    ];
    return names.map((name) => mapping.columns[name]).find((column) => column !== undefined) ?? null;
  };
  const others = new Map<string, RowProblem>();
  for (const { field: at, code, of } of found) {
    const field = at.replace(/^sources\.\d+/, "sources.0");
    // What follows from a cell that could not be read is no fault of its own.
    if (told.has(field) || (field === "mode" && told.has("number"))) continue;
    // One fault that was found twice is one; of several in a cell each is named.
    const known = others.get(`${field} ${code}`) ?? { field, column: columnOf(field), code };
    const all = of === undefined ? known.of : [...new Set([...(known.of ?? []), of])];
    others.set(`${field} ${code}`, { ...known, ...(all ? { of: all } : {}) });
  }
  return [...own, ...others.values()];
}

const SAID = ["mode", "number", "bound", "lower", "upper", "words"];

/** Where something is missing that one of several columns could have said. */
function insteadOf(field: string): readonly string[] {
  if (SAID.includes(field)) return ["value", "lower", "upper", "words"];
  return field.startsWith("sources.") ? ["source_url", "source_ids"] : [];
}
