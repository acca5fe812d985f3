import type { PossibleDates } from "@/lib/features/entries/schema/possible-dates";
import { IMPORT_FIELDS } from "../schema/fields";
import type { RowProblem } from "../schema/row-cells";
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

/** What is wrong with a row, in the words of the forms where a cell can follow them, told of the file's own columns. */
export function problemWords(
  { kind, header }: Pick<BatchRow, "kind" | "header">,
  texts: Record<"imports" | "entries", Texts>,
  dates: PossibleDates,
): ProblemWords {
  const { imports, entries } = texts;
  const fieldOf = ({ field, column }: RowProblem) =>
    IMPORT_FIELDS[kind].find(({ into }) => into === field && column !== null);
  const saidOf = (problem: RowProblem) => {
    // Nobody chooses in a cell: what a form asks to be chosen is empty here.
    const isEmpty = problem.code.endsWith("_missing") && fieldOf(problem)?.needed === true;
    const key = `problems.${isEmpty ? "cell_empty" : problem.code}` as never;
    if (imports.has(key)) return imports(key);
    return entries.has(key) ? entries(key, dates as never) : problem.code;
  };
  const reasonOf = (problem: RowProblem) => {
    if (problem.of) return `${saidOf(problem)} (${problem.of.join(", ")})`;
    const shape = fieldOf(problem)?.shape;
    if (typeof shape !== "object" || !/^unknown_choice$|_missing$/.test(problem.code)) return saidOf(problem);
    return `${saidOf(problem)} ${imports("problems.possible" as never, { answers: shape.values.join(", ") } as never)}`;
  };
  const columnOf = ({ column, field }: RowProblem) => {
    if (column !== null) return header[column] ?? "";
    if (field === "row") return imports("wrong.whole" as never);
    const name = IMPORT_FIELDS[kind].find(({ into }) => into === field)?.name ?? field;
    return fieldLabel(kind, name, texts);
  };
  return { columnOf, reasonOf };
}
