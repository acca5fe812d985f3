import type { PartOfDay } from "@/lib/features/entries/schema/choices";
import { localOf } from "./directory";
import type { RowCells } from "./row-cells";

type Placed = { regionId: string | null; localityId: string | null };
type Where = { action?: Placed | undefined; workforce?: Placed | undefined };
export type WhenFields = { date: string; precision: string; partOfDay: string; hour: string };

/** The hours at which parts of a day begin and end where our own files write them as two instants. */
const PARTS: readonly [PartOfDay, number, number][] = [
  ["morning", 6, 11],
  ["daytime", 6, 17],
  ["evening", 18, 23],
  ["night", 20, 5],
];

/** When, as the form has it: from a date, with an hour in it or beside it, or from the two instants of our own files. */
export function whenOf(row: RowCells, where: Where): WhenFields {
  const typed = { precision: row.choice("precision"), partOfDay: row.choice("part_of_day"), hour: row.text("hour") };
  const day = row.day("date");
  if (day === null) return { date: "", ...typed };
  if ("at" in day) return whenOfInstants(row, { at: day.at, where, typed });
  const hour = typed.hour === "" && day.hour !== null ? String(day.hour) : typed.hour;
  // An hour that is given is how finely it is known, where no column says it otherwise.
  const precision = typed.precision === "" && hour !== "" ? "hour" : typed.precision;
  return { date: day.date, ...typed, hour, precision };
}

type Instants = { at: number; where: Where; typed: Omit<WhenFields, "date"> };

function whenOfInstants(row: RowCells, { at, where, typed }: Instants): WhenFields {
  const { directory } = row.reading;
  const first = localOf(directory, at, where);
  if (first === null) return { date: row.refuse("date", "date_without_clock"), ...typed };
  const hour = typed.precision === "hour" ? String(first.hour) : "";
  const until = row.day("until");
  const last = until !== null && "at" in until ? localOf(directory, until.at, where) : null;
  const part = PARTS.find(([, from, to]) => from === first.hour && to === last?.hour)?.[0] ?? "";
  return { date: first.date, precision: typed.precision, hour, partOfDay: typed.partOfDay || part };
}
