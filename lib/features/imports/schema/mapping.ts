import { z } from "zod";
import { SHORT_YEARS } from "@/lib/shared/short-year";
import type { ColumnFacts, Seen, Shown } from "./column-facts";
import { DATE_ORDERS, SERIALS, TIMES } from "./dates";
import { IMPORT_FIELDS, type ImportField, type ImportKind, SOURCE_HEADERS } from "./fields";
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

/** What was said of an earlier file, by the names of its columns. */
export type Remembered = { header: readonly string[]; mapping: Mapping };

/** What else is known: the author's last files of other kinds, and what the columns hold. */
type Beside = { others?: readonly Remembered[]; facts?: readonly ColumnFacts[] };

/**
 * Where each field most likely stands: where it stood the last time, else where it stood in files of other kinds, else
 * under one of its own names. It is shown to be confirmed; answers about dates and numbers are remembered for columns of
 * the same name.
 */
export function suggestMapping(
  kind: ImportKind,
  header: readonly string[],
  last: Remembered | null,
  { others = [], facts = [] }: Beside = {},
): Mapping {
  const columns: Record<string, number> = {};
  const isNew = (name: string) => !last?.header.some((was) => folded(was) === folded(name));
  for (const { name } of IMPORT_FIELDS[kind]) {
    const at = placeBefore(name, header, last);
    if (at >= 0) columns[name] = at;
  }
  const taken = new Set(Object.values(columns));
  // A column that was there the last time and was not chosen is not offered again.
  const offer = (name: string, at: number) => {
    if (at < 0 || taken.has(at) || columns[name] !== undefined || !isNew(header[at] ?? "")) return;
    columns[name] = at;
    taken.add(at);
  };
  for (const other of others) for (const { name } of IMPORT_FIELDS[kind]) offer(name, placeBefore(name, header, other));
  for (const field of IMPORT_FIELDS[kind]) {
    const known = namesOf(field, facts);
    offer(
      field.name,
      header.findIndex((own, place) => known(own, place) && !taken.has(place) && isNew(own)),
    );
  }
  const answers = [...others.toReversed(), last].map((one) => rememberedAnswers(header, one));
  return { columns, fixed: last?.mapping.fixed ?? {}, answers: Object.assign({}, ...answers) };
}

/** Where a field stands that stood under this name before. */
function placeBefore(name: string, header: readonly string[], before: Remembered | null): number {
  const was = before?.header[before.mapping.columns[name] ?? -1];
  return was === undefined ? -1 : header.findIndex((own) => folded(own) === folded(was));
}

/** Whether a column has one of the names of a field. "Source" is an address where the cells are such, and else ids. */
function namesOf({ name, headers = [] }: ImportField, facts: readonly ColumnFacts[]) {
  const isAddress = (place: number) => facts[place]?.examples.some((cell) => /^https?:\/\//i.test(cell)) ?? false;
  const known = new Set([name, ...headers].map(folded));
  const sources = new Set(SOURCE_HEADERS.map(folded));
  return (own: string, place: number): boolean => {
    if (name === "source_ids") return known.has(folded(own)) && !isAddress(place);
    return known.has(folded(own)) || (name === "source_url" && sources.has(folded(own)) && isAddress(place));
  };
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
    .replaceAll("ё", "е")
    .replace(/[\s-]+/g, "_");
}
