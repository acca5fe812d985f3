import type { EntryState } from "@/lib/domain/entry";
import type { PossibleDates } from "@/lib/features/entries/schema/possible-dates";
import { IMPORT_FIELDS, type ImportField } from "./schema/fields";
import { type ImportVerb, isWorking, movedBy, UNDECIDED, type Working } from "./schema/import-states";
import {
  isMapped,
  type Mapping,
  type MappingProblem,
  mappingProblems,
  type OpenQuestion,
  questionsOf,
} from "./schema/mapping";
import type { DoubleRows } from "./view/double-rows";
import { type Letters, lettersIn } from "./view/letters";
import type { BatchRow, Counts, EntryCount } from "./view/rows";
import type { SaidGroup } from "./view/wrong-groups";

export type BatchPage = {
  batch: BatchRow;
  counts: Counts;
  /** How far the work that goes on has come, in rows or, where it withdraws, in entries; null when none does. */
  progress: { done: number; all: number; of: "rows" | "entries" } | null;
  /** A server failed at it again and again, and no longer tries. */
  isGivenUp: boolean;
  /** Samples of the file in each way its letters may be written; empty where that is known. */
  letters: Letters;
  fields: MappedField[];
  questions: (OpenQuestion & { header: string; answer: string; isOpen: boolean })[];
  /** What is still to be said; null before anybody said anything. */
  open: number | null;
  unused: string[];
  /** What is wrong with its rows, the same of many of them once; `different`: how many such things there are. */
  wrong: { groups: SaidGroup[]; different: number };
  doubles: DoubleRows;
  /** The first rows in order, each with what it was read as. */
  ready: ReadyRow[];
  can: Record<ImportVerb, boolean>;
  /** Between which dates rows may lie, in the reader's words. */
  dates: PossibleDates;
  /** What became of the entries it made. */
  entries: readonly EntryCount[];
  /** Those of them that nobody has decided about. */
  withdrawable: number;
  same: { id: string; createdAt: number } | null;
  megabytes: number;
};

export type ReadyRow = { number: number; said: Readonly<Record<string, string>> };

export type MappedField = ImportField & {
  column: number | null;
  fixed: string;
  isFixable: boolean;
  isMissing: boolean;
};

/** Fields beside choices that one text can say for all rows. */
const SAID_ONCE = new Set(["words_language", "source_language", "source_ids", "claimant_name"]);

type Input = Pick<
  BatchPage,
  "batch" | "counts" | "doubles" | "wrong" | "ready" | "entries" | "dates" | "same" | "megabytes"
> & {
  mapping: Mapping;
};

/** Everything the page of a file shows. */
export function batchPage({ batch, mapping, counts, ...rest }: Input): BatchPage {
  const { kind, columns, header, state } = batch;
  const problems = batch.mapping === null ? [] : mappingProblems(kind, mapping, columns);
  const withdrawable = entriesIn(rest.entries, UNDECIDED);
  const used = new Set(Object.values(mapping.columns));
  return {
    ...{ batch, counts, ...rest },
    progress: isWorking(state) ? progressOf(state, counts, rest.entries) : null,
    isGivenUp: state === "cancelled" && batch.failures > 0,
    letters: batch.encoding === null && state !== "forgotten" ? lettersIn(cellsOf(batch)) : [],
    fields: IMPORT_FIELDS[kind].map((field) => mappedField(field, mapping, problems)),
    questions: questionsOf(kind, mapping, columns).map((question) => ({
      ...question,
      header: header[question.column] ?? "",
      answer: mapping.answers[String(question.column)]?.[question.ask] ?? "",
      isOpen: problems.some((one) => "ask" in one && one.ask === question.ask && one.column === question.column),
    })),
    open: batch.mapping === null ? null : problems.length,
    unused: header.filter((_, at) => !used.has(at)),
    withdrawable,
    can: { ...canOf(batch, counts), withdraw: withdrawable > 0 && movedBy("withdraw", state) !== null },
  };
}

const cellsOf = ({ header, columns }: BatchRow) => [...header, ...columns.flatMap(({ examples }) => examples)];

const entriesIn = (entries: readonly EntryCount[], states: readonly EntryState[]) =>
  entries.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);

function progressOf(state: Working, counts: Counts, entries: readonly EntryCount[]): BatchPage["progress"] {
  if (state === "withdrawing") {
    const done = entriesIn(entries, ["withdrawn"]);
    return { done, all: done + entriesIn(entries, UNDECIDED), of: "entries" };
  }
  const all = allRows(counts);
  return { done: all - (state === "checking" ? counts.waiting : counts.ready), all, of: "rows" };
}

const allRows = (counts: Counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

function mappedField(field: ImportField, mapping: Mapping, problems: readonly MappingProblem[]): MappedField {
  const isChoice = typeof field.shape === "object";
  return {
    ...field,
    column: mapping.columns[field.name] ?? null,
    fixed: mapping.fixed[field.name] ?? "",
    isFixable: isChoice || field.needed === true || SAID_ONCE.has(field.name),
    isMissing: problems.some((one) => "field" in one && one.field === field.name),
  };
}

function canOf(batch: BatchRow, counts: Counts) {
  const can = (verb: ImportVerb) => movedBy(verb, batch.state) !== null;
  const isReadable = isMapped(batch);
  return {
    check: can("check") && batch.state !== "uploaded" && isReadable,
    send: can("send") && isReadable && counts.ready > 0 && counts.waiting === 0,
    cancel: can("cancel"),
  };
}
