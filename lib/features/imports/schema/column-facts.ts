import { orderOf, shapeOfDate } from "./dates";
import { decimalShown, endsOf } from "./numbers";

/** The first row of a column that shows each thing, so that a question can name it; null where none does. */
export const SHOWN = [
  "dayFirst",
  "monthFirst",
  "orderOpen",
  "serial",
  "shortYear",
  "time",
  "point",
  "comma",
  "decimalOpen",
] as const;
export type Shown = (typeof SHOWN)[number];
/** A cell, and the row it stands in. */
export type Seen = { row: number; cell: string };

/** What a column holds, read once over the whole file. */
export type ColumnFacts = { filled: number; examples: string[]; shown: Partial<Record<Shown, Seen>> };

const MOST_EXAMPLES = 4;
const LONGEST_EXAMPLE = 80;
const LONGEST_READ = 40;

/** Looks at every cell of a file as it passes, and keeps of each column a few examples and what its dates and numbers show. */
export function makeFactFinder(columns: number) {
  const facts: ColumnFacts[] = Array.from({ length: columns }, () => ({ filled: 0, examples: [], shown: {} }));
  return {
    facts,
    see(row: number, cells: readonly string[]): void {
      for (const [at, one] of facts.entries()) {
        const cell = cells[at]?.trim() ?? "";
        if (cell !== "") seeCell(one, { row, cell });
      }
    },
  };
}

function seeCell(facts: ColumnFacts, { row, cell }: Seen): void {
  facts.filled += 1;
  const short = cell.slice(0, LONGEST_EXAMPLE);
  if (facts.examples.length < MOST_EXAMPLES && !facts.examples.includes(short)) facts.examples.push(short);
  if (cell.length > LONGEST_READ || !/\d/.test(cell)) return;
  for (const shown of shownBy(cell)) facts.shown[shown] ??= { row, cell };
}

function shownBy(cell: string): Shown[] {
  const shown: Shown[] = [];
  for (const number of endsOf(cell) ?? [cell]) {
    const decimal = decimalShown(number);
    if (decimal === "open") shown.push("decimalOpen");
    else if (decimal !== null) shown.push(decimal);
  }
  const date = shapeOfDate(cell);
  if (date === null || date.kind === "instant") return shown;
  if (date.hour !== null) shown.push("time");
  if (date.kind === "serial") shown.push("serial");
  if (date.kind !== "numeric") return shown;
  if (date.isShort) shown.push("shortYear");
  const order = orderOf(date);
  if (order === "day_first") shown.push("dayFirst");
  if (order === "month_first") shown.push("monthFirst");
  if (order === "open") shown.push("orderOpen");
  return shown;
}
