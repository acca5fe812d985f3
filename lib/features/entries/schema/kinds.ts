import type { z } from "zod";
import { actionInputSchema } from "./action";
import { figureInputSchema } from "./figure";
import { solidarityInputSchema } from "./solidarity";

/** The form of every kind of record that can be proposed anew: what its fields are called and may hold. */
export const NEW_RECORD_INPUTS = {
  figure: figureInputSchema,
  action: actionInputSchema,
  solidarity: solidarityInputSchema,
} as const;

/** The kinds of record that can be proposed anew. */
export type NewRecordKind = keyof typeof NEW_RECORD_INPUTS;
export type NewRecordInput = z.output<(typeof NEW_RECORD_INPUTS)[NewRecordKind]>;
export const NEW_RECORD_KINDS = Object.keys(NEW_RECORD_INPUTS) as NewRecordKind[];

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
