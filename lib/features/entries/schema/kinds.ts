import type { z } from "zod";
import type { RecordKind } from "@/lib/domain/id";
import { actionInputSchema } from "./action";
import { coverageInputSchema, readCoverageNote } from "./coverage-note";
import { demandInputSchema, readDemand } from "./demand";
import { eventInputSchema, readEvent } from "./event";
import { figureInputSchema } from "./figure";
import { newSourceInputSchema, readNewSource } from "./new-source";
import type { PlainReading } from "./plain";
import { solidarityInputSchema } from "./solidarity";
import { readWiderFigure, widerFigureInputSchema } from "./wider-figure";
import { readWorkforce, workforceInputSchema } from "./workforce";
import { readWorkforceSize, workforceSizeInputSchema } from "./workforce-size";

/** The form of every kind of record that can be proposed anew: what its fields are called and may hold. */
export const NEW_RECORD_INPUTS = {
  figure: figureInputSchema,
  action: actionInputSchema,
  solidarity: solidarityInputSchema,
  event: eventInputSchema,
  demand: demandInputSchema,
  workforce: workforceInputSchema,
  workforce_size: workforceSizeInputSchema,
  coverage_note: coverageInputSchema,
  source: newSourceInputSchema,
  wider_figure: widerFigureInputSchema,
} as const;

/** The kinds of record that can be proposed anew. */
export type NewRecordKind = keyof typeof NEW_RECORD_INPUTS;
export type NewRecordInput = z.output<(typeof NEW_RECORD_INPUTS)[NewRecordKind]>;
export const NEW_RECORD_KINDS = Object.keys(NEW_RECORD_INPUTS) as NewRecordKind[];

/** The kind of record a form makes: a figure of no single workforce is a figure too. */
export function recordKindOf(kind: NewRecordKind): RecordKind {
  return kind === "wider_figure" ? "figure" : kind;
}

/** The kind whose form something typed is: figures had the first form, which says nothing of it. */
export function sentKind(typed: unknown): NewRecordKind | null {
  if (typeof typed !== "object" || typed === null) return null;
  const { recordKind: said = "figure" } = typed as { recordKind?: unknown };
  return NEW_RECORD_KINDS.find((kind) => kind === said) ?? null;
}

/** What was typed so far of a new record of whatever kind; null when it is the form of none. */
export function readNewRecord(payload: unknown): NewRecordInput | null {
  const kind = sentKind(payload);
  const parsed = kind === null ? null : NEW_RECORD_INPUTS[kind].safeParse(payload);
  return parsed?.success ? parsed.data : null;
}

/** The kinds that are read, checked, published and shown in one way. */
const PLAIN = {
  event: readEvent,
  demand: readDemand,
  workforce: readWorkforce,
  workforce_size: readWorkforceSize,
  coverage_note: readCoverageNote,
  source: readNewSource,
  wider_figure: readWiderFigure,
} as const;
export type PlainKind = keyof typeof PLAIN;
export type PlainInput = Parameters<(typeof PLAIN)[PlainKind]>[0];

export const PLAIN_KINDS = Object.keys(PLAIN) as PlainKind[];

/** What was typed of one of these kinds; null when it is the form of another or of none. */
export function readPlainInput(payload: unknown): PlainInput | null {
  const input = readNewRecord(payload);
  return input !== null && "recordKind" in input && input.recordKind in PLAIN ? (input as PlainInput) : null;
}

/** The same reading in the write and on the pages of whoever proposes or decides. */
export function readPlainProposal(input: PlainInput): PlainReading {
  return (PLAIN[input.recordKind] as (typed: PlainInput) => PlainReading)(input);
}
