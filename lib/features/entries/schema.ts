import { z } from "zod";
import { type CorrectionInput, readCorrection } from "./schema/correction";
import { type FigureInput, figureInputSchema } from "./schema/figure";
import type { FieldProblem } from "./schema/input";
import { type NewRecordInput, type NewRecordKind, readNewRecord } from "./schema/kinds";
import { type FigureProposal, toProposal } from "./schema/proposal";

/** Everything a submitted figure must say; its output is what the domain and the record work with. */
export const figurePayloadSchema = figureInputSchema.transform((input, context): FigureProposal => {
  const read = toProposal(input);
  if ("proposal" in read) return read.proposal;
  for (const { field, code } of read.problems) {
    context.issues.push({ code: "custom", message: code, path: field.split("."), input });
  }
  return z.NEVER;
});

export type FigureReading = { proposal: FigureProposal } | { problems: FieldProblem[] };

/** The same reading in the browser, in the write and on the moderator's page. */
export function readFigure(payload: unknown): FigureReading {
  const parsed = figurePayloadSchema.safeParse(payload);
  if (parsed.success) return { proposal: parsed.data };
  return { problems: parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), code: message })) };
}

/** What any entry keeps as its payload. */
export type EntryInput = NewRecordInput | CorrectionInput;

export function isCorrection(input: EntryInput): input is CorrectionInput {
  return "recordId" in input;
}

/** The kind of record that a form proposes; figures had the first form, which says nothing of it. */
export function newRecordKind(input: NewRecordInput): NewRecordKind {
  return "recordKind" in input ? input.recordKind : "figure";
}

/** What was typed so far for whatever an entry proposes; null when it is the shape of no form. */
export function readEntryInput(payload: unknown): EntryInput | null {
  return readNewRecord(payload) ?? readCorrection(payload);
}

/** What was typed so far of a figure; null when it is not the form's shape at all. */
export function readInput(payload: unknown): FigureInput | null {
  const parsed = figureInputSchema.safeParse(payload);
  return parsed.success ? parsed.data : null;
}

export const submissionKeySchema = z.string().regex(/^[\w-]{8,100}$/);
export const entryIdSchema = z.uuid();
export const versionSchema = z.coerce.number().int().positive();
export const reasonSchema = z.string().trim().max(2000);
