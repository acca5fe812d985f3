import { z } from "zod";
import { ACTION_TYPES, CERTAINTIES_PROPOSED, SCOPES, STOPPAGES } from "./choices";
import { choice, day, flag, line } from "./input";
import { SOURCED, WHEN } from "./shapes";

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
  ...WHEN,
  /** The day it ended; empty where nobody said. */
  endDate: day,
  openEnd: flag,
  certainty: choice(CERTAINTIES_PROPOSED),
  ...SOURCED,
});
export type ActionInput = z.output<typeof actionInputSchema>;

/** What was typed so far; null when it is the shape of no action. */
export function readActionInput(payload: unknown): ActionInput | null {
  const parsed = actionInputSchema.safeParse(payload);
  return parsed.success ? parsed.data : null;
}
