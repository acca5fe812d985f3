import { UNKNOWN_REASONS } from "@/lib/domain/quantity";
import type { PossibleDates } from "@/lib/features/entries/schema/possible-dates";
import { IMPORT_FIELDS } from "../schema/fields";
import type { RowProblem } from "../schema/row-cells";
import type { NameFinder } from "./near-names";
import type { ProblemWords } from "./report";
import type { BatchRow } from "./rows";

/** As next-intl gives a namespace: texts by keys that are worked out here. */
type Texts = { has(key: never): boolean } & ((key: never, values?: never) => string);

/** The label of a field: its own where a file has one that forms have not, else that of the form. */
export function fieldLabel(
  kind: BatchRow["kind"],
  name: string,
  { imports, entries }: Record<"imports" | "entries", Texts>,
): string {
  if (imports.has(`fields.${name}` as never)) return imports(`fields.${name}` as never);
  const into = IMPORT_FIELDS[kind].find((field) => field.name === name)?.into ?? name;
  const key = `fields.${into.replace(/^sources\.\d+\./, "")}` as never;
  if (!entries.has(key)) return name;
  const label = entries(key);
  if (!into.startsWith("sources.")) return label;
  return `${entries("form.sources" as never)}: ${label}`;
}

/** Where an empty number is told of, and why there is none is an answer too. */
const NO_NUMBER = new Set(["mode_missing", "value_unreadable"]);

type About = {
  dates: PossibleDates;
  /** A text of the catalogues by its whole key. */
  word(key: string): string;
  /** Null where the record is not at hand. */
  names: NameFinder | null;
};

/** What is wrong with a row, in the words of the forms where a cell can follow them, told of the file's own columns. */
export function problemWords(
  { kind, header, mapping }: Pick<BatchRow, "kind" | "header" | "mapping">,
  texts: Record<"imports" | "entries", Texts>,
  { dates, word, names }: About,
): ProblemWords {
  const { imports, entries } = texts;
  const said = (key: string, values?: object) => imports(`problems.${key}` as never, values as never);
  const fieldOf = ({ field, column }: RowProblem) => {
    const all = IMPORT_FIELDS[kind].filter(({ into }) => into === field && column !== null);
    return all.find(({ name }) => mapping?.columns[name] === column) ?? all[0];
  };
  /** The words of every answer as the reader's forms show them, each with the code that a cell may hold too. */
  const answersOf = (shape: { values: readonly string[]; words: string | null }) =>
    shape.values
      .map((value) => (shape.words === null ? value : `${word(`${shape.words}.${value}`)} (${value})`))
      .join("; ");
  const saidOf = (problem: RowProblem) => {
    // Nobody chooses in a cell: what a form asks to be chosen is empty here.
    const isEmpty = problem.code.endsWith("_missing") && fieldOf(problem)?.needed === true;
    const code = isEmpty ? "cell_empty" : problem.code;
    if (imports.has(`problems.${code}` as never)) return said(code);
    return entries.has(`problems.${code}` as never) ? entries(`problems.${code}` as never, dates as never) : code;
  };
  const elsewhere = ([place = "", region = ""]: readonly string[]) => {
    const home = names?.homes(place).join(", ") ?? "";
    return said(home === "" ? "place_elsewhere" : "place_elsewhere_but", { place, region, home });
  };
  const hintOf = (problem: RowProblem, cell: string): string => {
    if (problem.code === "reference_unknown") {
      const near = names?.near(nameOf(problem), cell) ?? [];
      return near.length === 0 ? "" : said("near", { names: near.join(" / ") });
    }
    const shape = fieldOf(problem)?.shape;
    if (kind === "figure" && NO_NUMBER.has(problem.code)) return said("reasons", { answers: answersOf(reasons) });
    if (typeof shape !== "object" || !/^unknown_choice$|_missing$/.test(problem.code)) return "";
    return said("possible", { answers: answersOf(shape) });
  };
  /** A choice or a name that stands once for all rows has no column. */
  const nameOf = (problem: RowProblem) =>
    fieldOf(problem)?.name ??
    IMPORT_FIELDS[kind].find(({ into, name }) => into === problem.field && mapping?.fixed[name])?.name ??
    "";
  const reasonOf = (problem: RowProblem, cell: string) => {
    if (problem.code === "place_elsewhere") return elsewhere(problem.of ?? []);
    if (problem.of) return `${saidOf(problem)} (${problem.of.join(", ")})`;
    return `${saidOf(problem)} ${hintOf(problem, cell)}`.trim();
  };
  const columnOf = ({ column, field }: RowProblem) => {
    if (column !== null) return header[column] ?? "";
    if (field === "row") return imports("wrong.whole" as never);
    const name = IMPORT_FIELDS[kind].find(({ into }) => into === field)?.name ?? field;
    return fieldLabel(kind, name, texts);
  };
  return { columnOf, reasonOf };
}

const reasons = { values: UNKNOWN_REASONS, words: "entries.reasons" };
