import { z } from "zod";
import { CUT_CAUSES } from "@/lib/domain/coverage";
import type { CoverageNoteRow } from "@/lib/domain/wave-record";
import { choice, day, line } from "./input";
import { inLanguage, type PlainReading, readPlain, unanswered } from "./plain";
import { SOURCED, TOLD, WHEN } from "./shapes";

/** What a contributor typed of a time and region in which nobody could report. */
export const coverageInputSchema = z.strictObject({
  recordKind: z.literal("coverage_note"),
  waveId: line,
  cause: choice(CUT_CAUSES),
  /** `country` or a region. */
  place: line,
  ...TOLD,
  ...WHEN,
  endDate: day,
  ...SOURCED,
});

export function readCoverageNote(input: z.output<typeof coverageInputSchema>): PlainReading {
  return readPlain(input, {
    first: [
      ...unanswered(input.cause, "cause", "cause_missing"),
      // A cut is told of regions: what a single town could report nobody draws.
      ...(input.place.startsWith("locality ") ? [{ field: "place", code: "region_needed" }] : []),
      ...unanswered(input.text, "text", "happening_missing"),
    ],
    row: ({ envelope, placed, start, end }): CoverageNoteRow => ({
      ...envelope,
      regionId: placed.regionId,
      cause: input.cause || "other",
      text: inLanguage(input.text, input.textLanguage) ?? {},
      period: { start, end, openEnd: false },
    }),
  });
}
