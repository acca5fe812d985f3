import { z } from "zod";
import { BASES, MEASURES } from "@/lib/domain/measure";
import { choice, line } from "./input";
import { CLAIMED, SAYS, SOURCED, WHEN } from "./shapes";

/** What a contributor typed, field by field: what an entry keeps as its payload, and what a draft may leave unfinished. */
export const figureInputSchema = z.strictObject({
  waveId: line,
  workforceId: line,
  actionId: line,
  measure: choice(MEASURES),
  basis: choice(BASES),
  ...WHEN,
  ...SAYS,
  ...CLAIMED,
  ...SOURCED,
});
export type FigureInput = z.output<typeof figureInputSchema>;
