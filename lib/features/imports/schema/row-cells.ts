import { withoutGuards } from "@/lib/shared/chart/csv-file";
import { type ChoiceIndex, foldedAnswer, PLAIN_ANSWERS } from "./answer-words";
import { type DateAnswers, readDate } from "./dates";
import type { Directory } from "./directory";
import { IMPORT_FIELDS, type ImportField, type ImportKind } from "./fields";
import type { Mapping } from "./mapping";
import { readNumberCell } from "./numbers";

/**
 * What is wrong with a row: the field of the form, the column it was taken from, the code of the reason, and which of
 * several things in the cell it is said of.
 */
export type RowProblem = { field: string; column: number | null; code: string; of?: string[] };

export type Reading = {
  kind: ImportKind;
  mapping: Mapping;
  directory: Directory;
  words: ChoiceIndex;
};

/** One row as it is read: its cells by the names of the fields, and what could not be read of them. */
export class RowCells {
  readonly problems: RowProblem[] = [];
  readonly reading: Reading;
  readonly #cells: readonly string[];
  readonly #fields: ReadonlyMap<string, ImportField>;

  constructor(reading: Reading, cells: readonly string[]) {
    this.reading = reading;
    this.#cells = cells;
    this.#fields = new Map(IMPORT_FIELDS[reading.kind].map((field) => [field.name, field]));
  }

  columnOf(name: string): number | null {
    return this.reading.mapping.columns[name] ?? null;
  }

  /** The cell of a field as it was typed, or what every row says of it. */
  text(name: string): string {
    const { mapping } = this.reading;
    const column = mapping.columns[name];
    if (column === undefined) return mapping.fixed[name] ?? "";
    return withoutGuards((this.#cells[column] ?? "").trim());
  }

  refuse(name: string, code: string, of?: string[]): "" {
    const field = this.#fields.get(name)?.into ?? name;
    this.problems.push({ field, column: this.columnOf(name), code, ...(of ? { of } : {}) });
    return "";
  }

  isRefused(name: string): boolean {
    const into = this.#fields.get(name)?.into;
    return this.problems.some(({ field }) => field === into);
  }

  /** A code of the choice, written as such or in the words of any language. */
  choice(name: string): string {
    const cell = this.text(name);
    if (cell === "" || typeof this.#fields.get(name)?.shape !== "object") return cell;
    return this.answerIn(name, cell) ?? this.refuse(name, "unknown_choice");
  }

  /** The code of a choice that a text says in any way; null where it says none of its answers. */
  answerIn(name: string, text: string): string | null {
    const shape = this.#fields.get(name)?.shape;
    if (typeof shape !== "object") return null;
    const folded = foldedAnswer(text);
    const code = shape.values.find((value) => value === folded.replaceAll(" ", "_"));
    return code ?? (shape.words === null ? null : (this.reading.words.get(shape.words)?.get(folded) ?? null));
  }

  flag(name: string): "" | "yes" {
    const cell = foldedAnswer(this.text(name));
    if (YES.has(cell)) return "yes";
    return NO.has(cell) ? "" : this.refuse(name, "flag_unknown");
  }

  /** A number as the form takes it. */
  number(name: string, kind: "whole" | "fractional"): string {
    const cell = this.text(name);
    if (cell === "") return "";
    const read = readNumberCell(cell, kind, this.#answers(name).decimal);
    return "text" in read ? read.text : this.refuse(name, `number_${read.refusal}`);
  }

  /** A day, with its hour where the cell has one that counts; an instant is left to who knows the place. */
  day(name: string): { date: string; hour: number | null } | { at: number } | null {
    const cell = this.text(name);
    if (cell === "") return null;
    const read = readDate(cell, this.#answers(name));
    if (!("refusal" in read)) return read;
    this.refuse(name, read.refusal);
    return null;
  }

  #answers(name: string): Mapping["answers"][string] & DateAnswers {
    return this.reading.mapping.answers[String(this.columnOf(name))] ?? {};
  }

  decimalOf(name: string) {
    return this.#answers(name).decimal;
  }
}

const YES = new Set([...PLAIN_ANSWERS.yes.map(foldedAnswer), "true", "1", "x"]);
const NO = new Set([...PLAIN_ANSWERS.no.map(foldedAnswer), "", "false", "0"]);
