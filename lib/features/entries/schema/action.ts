import { z } from "zod";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { ACTION_TYPES, AS_OF_PRECISIONS, CERTAINTIES_PROPOSED, PARTS_OF_DAY, SCOPES, STOPPAGES } from "./choices";
import { choice, line, sourceInputSchema, text } from "./input";

const flag = z.enum(["", "yes"], "unknown_choice").default("");

/** What a contributor typed of something people did together. */
export const actionInputSchema = z.strictObject({
  recordKind: z.literal("action"),
  waveId: line,
  actionType: choice(ACTION_TYPES),
  stoppage: choice(STOPPAGES),
  scope: choice(SCOPES),
  general: flag,
  political: flag,
  /** A recorded workforce; empty where none is named, or none is recorded. */
  workforceId: line,
  participants: line,
  /** `country`, or a region or a locality as `region FR-BRE` or `locality le-havre`. */
  place: line,
  date: line,
  precision: choice(AS_OF_PRECISIONS),
  partOfDay: choice(PARTS_OF_DAY),
  hour: line,
  /** The day it ended; empty where nobody said. */
  endDate: line,
  openEnd: flag,
  certainty: choice(CERTAINTIES_PROPOSED),
  sources: z.array(sourceInputSchema).max(20, "too_many").default([]),
  note: text,
  noteLanguage: choice(LOCALES),
  confidentialNote: text,
});
export type ActionInput = z.output<typeof actionInputSchema>;

/** What was typed so far; null when it is the shape of no action. */
export function readActionInput(payload: unknown): ActionInput | null {
  const parsed = actionInputSchema.safeParse(payload);
  return parsed.success ? parsed.data : null;
}
