import { z } from "zod";
import { SHORT_YEARS } from "@/lib/shared/short-year";
import type { ColumnFacts, Seen, Shown } from "./column-facts";
import { DATE_ORDERS, SERIALS, TIMES } from "./dates";
import { IMPORT_FIELDS, type ImportField, type ImportKind } from "./fields";
import { DECIMALS } from "./numbers";

/** What a file's author is asked about one column, and the answers there are. */
export const ANSWERS = {
  order: DATE_ORDERS,
  serial: SERIALS,
  shortYear: SHORT_YEARS,
  time: TIMES,
  decimal: DECIMALS,
} as const;
export type Question = keyof typeof ANSWERS;

const text = z.string().max(500);

/** From where each field of a row is taken, and what was answered. Columns by their place in the header. */
export const mappingSchema = z.object({
  columns: z.record(z.string(), z.number().int().nonnegative()),
  /** What every row says where no column does. */
  fixed: z.record(z.string(), text),
  answers: z.record(
    z.string(),
    z.object({
      order: z.enum(DATE_ORDERS).optional(),
      serial: z.enum(SERIALS).optional(),
      shortYear: z.enum(SHORT_YEARS).optional(),
      time: z.enum(TIMES).optional(),
      decimal: z.enum(DECIMALS).optional(),
    }),
  ),
});
export type Mapping = z.output<typeof mappingSchema>;

/** Only where people say how it is meant can a file be read: what to ask about one column, and which rows made it a question. */
export type OpenQuestion = { column: number; ask: Question; seen: Seen[] };

/** Every question a file puts as it is mapped, answered or not, so that an answer can be changed. */
export function questionsOf(kind: ImportKind, mapping: Mapping, facts: readonly ColumnFacts[]): OpenQuestion[] {
  const asked = IMPORT_FIELDS[kind].flatMap((field) => {
    const column = mapping.columns[field.name];
    const of = column === undefined ? undefined : facts[column];
    return column === undefined || of === undefined ? [] : asksOf(field, of).map((one) => ({ column, ...one }));
  });
  // A column that fills two fields is asked about once.
  return asked.filter(
    (one, at) => asked.findIndex(({ column, ask }) => column === one.column && ask === one.ask) === at,
  );
}

function asksOf({ shape, name }: ImportField, { shown }: ColumnFacts): Omit<OpenQuestion, "column">[] {
  const seen = (...names: Shown[]) => names.flatMap((one) => shown[one] ?? []);
  const asks: Omit<OpenQuestion, "column">[] = [];
  if (shape === "date") {
    const differs = seen("dayFirst").length > 0 && seen("monthFirst").length > 0;
    if (shown.orderOpen || differs) asks.push({ ask: "order", seen: seen("orderOpen", "dayFirst", "monthFirst") });
    if (shown.serial) asks.push({ ask: "serial", seen: seen("serial") });
    if (shown.shortYear) asks.push({ ask: "shortYear", seen: seen("shortYear") });
    if (shown.time) asks.push({ ask: "time", seen: seen("time") });
  }
  const isNumber = shape === "number" || name === "value";
  if (isNumber && shown.decimalOpen) asks.push({ ask: "decimal", seen: seen("decimalOpen", "point", "comma") });
  return asks;
}

/** A file that describes sources says of each what it is. */
const OF_EVERY_SOURCE = new Set(["source_kind", "source_tier"]);

export type MappingProblem = { field: string; code: "needed" } | { column: number; ask: Question; code: "unanswered" };

/** What still has to be said before rows can be looked at. */
export function mappingProblems(kind: ImportKind, mapping: Mapping, facts: readonly ColumnFacts[]): MappingProblem[] {
  const describesSources = ["source_url", "source_title"].some((name) => mapping.columns[name] !== undefined);
  const missing = IMPORT_FIELDS[kind].filter(
    ({ name, needed }) =>
      (needed || (describesSources && OF_EVERY_SOURCE.has(name))) &&
      mapping.columns[name] === undefined &&
      !mapping.fixed[name],
  );
  const open = questionsOf(kind, mapping, facts).filter(
    ({ column, ask }) => mapping.answers[String(column)]?.[ask] === undefined,
  );
  return [
    ...missing.map(({ name }) => ({ field: name, code: "needed" as const })),
    ...open.map(({ column, ask }) => ({ column, ask, code: "unanswered" as const })),
  ];
}

/** Whether all is said of a file that its rows need to be read. */
export function isMapped(file: {
  kind: ImportKind;
  encoding: string | null;
  mapping: Mapping | null;
  columns: readonly ColumnFacts[];
}): boolean {
  const { kind, encoding, mapping, columns } = file;
  return encoding !== null && mapping !== null && mappingProblems(kind, mapping, columns).length === 0;
}

/** What was said of the last file of this kind, by the names of its columns. */
export type Remembered = { header: readonly string[]; mapping: Mapping };

/**
 * Where each field most likely stands: where it stood the last time, else under one of its own names. It is shown to be
 * confirmed; answers about dates and numbers are remembered for columns of the same name.
 */
export function suggestMapping(kind: ImportKind, header: readonly string[], last: Remembered | null): Mapping {
  const columns: Record<string, number> = {};
  const isNew = (name: string) => !last?.header.some((was) => folded(was) === folded(name));
  for (const { name } of IMPORT_FIELDS[kind]) {
    const was = last?.header[last.mapping.columns[name] ?? -1];
    const at = was === undefined ? -1 : header.findIndex((own) => folded(own) === folded(was));
    if (at >= 0) columns[name] = at;
  }
  const taken = new Set(Object.values(columns));
  for (const { name, headers = [] } of IMPORT_FIELDS[kind]) {
    if (columns[name] !== undefined) continue;
    const known = new Set([name, ...headers].map(folded));
    // A column that was there the last time and was not chosen is not offered again.
    const at = header.findIndex((own, place) => known.has(folded(own)) && !taken.has(place) && isNew(own));
    if (at < 0) continue;
    columns[name] = at;
    taken.add(at);
  }
  return { columns, fixed: last?.mapping.fixed ?? {}, answers: rememberedAnswers(header, last) };
}

function rememberedAnswers(header: readonly string[], last: Remembered | null): Mapping["answers"] {
  const known = Object.entries(last?.mapping.answers ?? {}).flatMap(([column, answers]) => {
    const at = header.indexOf(last?.header[Number(column)] ?? "");
    return at < 0 ? [] : [[String(at), answers] as const];
  });
  return Object.fromEntries(known);
}

function folded(name: string): string {
  return name
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}
