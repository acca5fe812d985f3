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

/** What is wrong with a row, in the words of the forms, told of the file's own columns. */
export function problemWords(
  { kind, header }: Pick<BatchRow, "kind" | "header">,
  texts: Record<"imports" | "entries", Texts>,
): ProblemWords {
  const { imports, entries } = texts;
  const reasonOf = ({ code }: RowProblem) => {
    const key = `problems.${code}` as never;
    if (imports.has(key)) return imports(key);
    // The dates of the wave stand in the question, which a file does not have.
    return entries.has(key) ? entries(key, { from: "…", until: "…" } as never) : code;
  };
  const columnOf = ({ column, field }: RowProblem) => {
    if (column !== null) return header[column] ?? "";
    if (field === "row") return imports("wrong.whole" as never);
    const name = IMPORT_FIELDS[kind].find(({ into }) => into === field)?.name ?? field;
    return fieldLabel(kind, name, texts);
  };
  return { columnOf, reasonOf };
}
