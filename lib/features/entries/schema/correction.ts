import { z } from "zod";
import { parseRecordId } from "@/lib/domain/id";
import { RECORD_FIELDS } from "@/lib/domain/record-fields";
import type { Texts } from "@/lib/domain/wave-record";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { choice, type FieldProblem, line, sourceInputSchema, text } from "./input";
import { readSources, type SourceProposal } from "./source";

/** On what a correction rests: a source named with it, or the one the record already cites, for a pure slip. */
export const GROUNDS = ["source", "cited"] as const;

/** What a contributor typed to correct or retract a record. Of the record's form only what differs from the base is kept. */
export const correctionInputSchema = z.strictObject({
  kind: z.enum(["correction", "retraction"]),
  waveId: line,
  recordId: line,
  baseRevision: z.coerce.number().int().positive(),
  changes: z.record(z.string().max(100), text).default({}),
  reason: text,
  reasonLanguage: choice(LOCALES),
  grounds: choice(GROUNDS),
  sources: z.array(sourceInputSchema).max(20, "too_many").default([]),
});
export type CorrectionInput = z.output<typeof correctionInputSchema>;

/** Why and from where a record is to be corrected: complete and checked. */
export type Grounds = { reason: Texts; sources: SourceProposal[] };

/** The names of the boxes in the form of a record: those of its own fields, and those of each citation it shows. */
export function flagsOf(recordId: string, names: readonly string[]): string[] {
  const kind = parseRecordId(recordId)?.kind;
  if (kind === undefined || names.length === 0) return [];
  const own = RECORD_FIELDS[kind].flatMap(({ name, shape }) => {
    if (shape === "flag") return [name];
    return names.includes(`${name}.lower`) ? [`${name}.approximate`] : [];
  });
  const cited = names.flatMap((name) => /^(citations\..+)\.words$/.exec(name)?.[1] ?? []);
  return [...own, ...cited.flatMap((at) => [`${at}.contradicts`, `${at}.remove`])];
}

/** What was typed so far; null when it is not the shape of a correction at all. */
export function readCorrection(payload: unknown): CorrectionInput | null {
  const parsed = correctionInputSchema.safeParse(payload);
  return parsed.success && parseRecordId(parsed.data.recordId) !== null ? parsed.data : null;
}

/** A correction rests on a source or says that the cited one says so itself; a retraction may rest on its reason alone. */
export function readGrounds(input: CorrectionInput): { grounds: Grounds; problems: FieldProblem[] } {
  const { kind, reason, reasonLanguage, grounds } = input;
  const problems: FieldProblem[] = [];
  if (reason === "") problems.push({ field: "reason", code: "public_reason_missing" });
  // Readers are told in which language it is written, and nobody but its author knows.
  if (reasonLanguage === "") problems.push({ field: "reasonLanguage", code: "language_missing" });
  if (kind === "correction" && grounds === "") problems.push({ field: "grounds", code: "grounds_missing" });
  // Before it is said what it rests on, no source is missing.
  const isOptional = kind === "retraction" || grounds !== "source";
  const read = readSources(input.sources);
  const isNone = read.sources.length === 0 && read.problems.every(({ code }) => code === "source_missing");
  if (!(isOptional && isNone)) problems.push(...read.problems);
  return {
    grounds: { reason: reasonLanguage === "" ? {} : { [reasonLanguage]: reason }, sources: read.sources },
    problems,
  };
}
