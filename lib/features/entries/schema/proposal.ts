import type { Basis, Claimant, Measure } from "@/lib/domain/measure";
import type { Quantity } from "@/lib/domain/quantity";
import type { Locale } from "@/lib/shared/i18n/locales";
import { type LocalAsOf, readAsOf } from "./as-of";
import type { Mode } from "./choices";
import type { FigureInput } from "./figure";
import { type FieldProblem, isLanguageTag } from "./input";
import { toQuantity, unitOf } from "./quantity";
import { readSources, type SourceProposal } from "./source";

/** A figure as proposed: complete, checked, and in the domain's words. */
export type FigureProposal = {
  waveId: string;
  workforceId: string;
  actionId: string;
  measure: Measure;
  basis: Basis;
  asOf: LocalAsOf;
  mode: Mode;
  quantity: Quantity;
  wordsLanguage: string | null;
  claimant: Claimant;
  claimantName: string | null;
  sources: SourceProposal[];
  note: string | null;
  noteLanguage: Locale;
  confidentialNote: string | null;
};

/** The whole form read at once, with every problem there is, in the order of the form. */
export function toProposal(input: FigureInput): { proposal: FigureProposal } | { problems: FieldProblem[] } {
  const problems: FieldProblem[] = [...subjectProblems(input)];
  const asOf = readAsOf(input);
  problems.push(...asOf.problems);
  const measure = input.measure === "" ? "workers_directly_involved" : input.measure;
  const sources = readSources(input.sources);
  const words = wordsOf(input);
  const quantity = toQuantity(input, unitOf(measure), words.text);
  if ("problems" in quantity) problems.push(...quantity.problems);
  problems.push(...wordsProblems(input, words.text));
  if (input.claimant === "") problems.push({ field: "claimant", code: "claimant_missing" });
  problems.push(...sources.problems);
  if (problems.length > 0 || "problems" in quantity || input.mode === "" || input.claimant === "") return { problems };
  return {
    proposal: {
      waveId: input.waveId,
      workforceId: input.workforceId,
      actionId: input.actionId,
      measure,
      basis: input.basis === "" ? "on_day" : input.basis,
      asOf: asOf.asOf,
      mode: input.mode,
      quantity: quantity.quantity,
      wordsLanguage: words.text === null ? null : words.language,
      claimant: input.claimant,
      claimantName: orNull(input.claimantName),
      sources: sources.sources,
      note: orNull(input.note),
      noteLanguage: input.noteLanguage === "" ? "en" : input.noteLanguage,
      confidentialNote: orNull(input.confidentialNote),
    },
  };
}

function subjectProblems(input: FigureInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.waveId === "" || input.workforceId === "")
    problems.push({ field: "workforceId", code: "workforce_missing" });
  if (input.actionId === "") problems.push({ field: "actionId", code: "action_missing" });
  return problems;
}

type Worded = Pick<FigureInput, "words" | "wordsLanguage" | "mode" | "sources">;

/** The source's own wording: what was typed for it, or else the first quotation, even of a source with other faults. */
export function wordsOf({ words, wordsLanguage, mode, sources }: Worded): { text: string | null; language: string } {
  const quoted = sources.find(({ quote }) => quote !== "");
  const named = sources.find(({ language }) => language !== "");
  const language = [wordsLanguage, quoted?.language, named?.language].find(Boolean) ?? "und";
  if (words !== "") return { text: words, language };
  // Where the words are the whole answer they are asked for in their own field; the form promises nothing of a quotation.
  const isOwnAnswer = mode === "no_number" || mode === "words_only";
  return { text: isOwnAnswer ? null : (quoted?.quote ?? null), language };
}

export function wordsProblems(input: Omit<Worded, "sources">, words: string | null): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const hasNumber = input.mode === "number" || input.mode === "range";
  if (input.mode === "words_only" && input.wordsLanguage === "")
    problems.push({ field: "wordsLanguage", code: "words_language_missing" });
  if (hasNumber && words === null) problems.push({ field: "words", code: "words_or_quote" });
  if (input.wordsLanguage !== "" && !isLanguageTag(input.wordsLanguage))
    problems.push({ field: "wordsLanguage", code: "language_wrong" });
  return problems;
}

export function orNull(text: string): string | null {
  return text === "" ? null : text;
}
