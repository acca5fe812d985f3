import { z } from "zod";
import { UNKNOWN_REASONS, type Unit } from "@/lib/domain/quantity";
import { AMOUNT_UNITS, SOLIDARITY_KINDS, SUPPORTER_KINDS } from "./choices";
import { choice, line, text } from "./input";
import { SOURCED, TOLD, WHEN } from "./shapes";

/** What a contributor typed of an act of support. `recordKind` tells it from a figure, whose form came first and says nothing. */
export const solidarityInputSchema = z.strictObject({
  recordKind: z.literal("solidarity"),
  waveId: line,
  solidarityKind: choice(SOLIDARITY_KINDS),
  supporterKind: choice(SUPPORTER_KINDS),
  workforceId: line,
  supporterName: line,
  fromCountry: line,
  /** `wave`, or the id of an action. */
  supported: line,
  /** The action that the support itself was; empty where it was none or none is recorded. */
  asActionId: line,
  ...TOLD,
  ...WHEN,
  lower: line,
  upper: line,
  amountUnit: choice(AMOUNT_UNITS satisfies readonly Unit[]),
  unknownReason: choice(UNKNOWN_REASONS),
  words: text,
  ...SOURCED,
});
export type SolidarityInput = z.output<typeof solidarityInputSchema>;

/** What was typed so far; null when it is the shape of no act of support. */
export function readSolidarityInput(payload: unknown): SolidarityInput | null {
  const parsed = solidarityInputSchema.safeParse(payload);
  return parsed.success ? parsed.data : null;
}
