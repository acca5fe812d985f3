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

/** What the form itself finds wrong, told of the columns; a field whose cell could not be read is told of once. */
export function withFormProblems(
  { kind, mapping }: Pick<Reading, "kind" | "mapping">,
  own: readonly RowProblem[],
  found: readonly FieldProblem[],
): RowProblem[] {
  const told = new Set(own.map(({ field }) => field));
  const columnOf = (field: string) => {
    const names = [
      ...IMPORT_FIELDS[kind].filter(({ into }) => into === field).map(({ name }) => name),
      ...insteadOf(field),
    ];
    return names.map((name) => mapping.columns[name]).find((column) => column !== undefined) ?? null;
  };
  const asked = new Set<string>();
  const others = found.flatMap(({ field: at, code }) => {
    const field = at.replace(/^sources\.\d+/, "sources.0");
    // What follows from a cell that could not be read is no fault of its own.
    const follows = told.has(field) || (field === "mode" && told.has("number"));
    // An id that is none is not unknown as well, and one fault that was found twice is one.
    const isKnown =
      asked.has(`${field} ${code}`) || (code === "source_unknown" && asked.has(`${field} source_id_wrong`));
    asked.add(`${field} ${code}`);
    return follows || isKnown ? [] : [{ field, column: columnOf(field), code }];
  });
  return [...own, ...others];
}

const SAID = ["mode", "number", "bound", "lower", "upper", "words"];

/** Where something is missing that one of several columns could have said. */
function insteadOf(field: string): readonly string[] {
  if (SAID.includes(field)) return ["value", "lower", "upper", "words"];
  return field.startsWith("sources.") ? ["source_url", "source_ids"] : [];
}
