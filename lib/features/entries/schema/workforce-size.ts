import { z } from "zod";
import type { Quantity } from "@/lib/domain/quantity";
import type { WorkforceSizeRow } from "@/lib/domain/wave-record";
import { flag, line, text } from "./input";
import { inEveryLanguage, inLanguage, type PlainReading, readPlain, unanswered } from "./plain";
import { wordsOf, wordsProblems } from "./proposal";
import { toQuantity } from "./quantity";
import { CLAIMED, SAYS, SOURCED, TOLD, WHEN } from "./shapes";

/** What a contributor typed of how many workers a workforce has. */
export const workforceSizeInputSchema = z.strictObject({
  recordKind: z.literal("workforce_size"),
  waveId: line,
  workforceId: line,
  ...SAYS,
  /** Whether the source speaks of exactly this workforce. */
  comparable: flag,
  scopeNote: text,
  textLanguage: TOLD.textLanguage,
  ...WHEN,
  ...CLAIMED,
  ...SOURCED,
});
type SizeInput = z.output<typeof workforceSizeInputSchema>;

export function readWorkforceSize(input: SizeInput): PlainReading {
  const words = wordsOf(input);
  const read = toQuantity(input, "people", words.text);
  const quantity = "problems" in read ? null : read.quantity;
  return readPlain(input, {
    first: [
      ...unanswered(input.workforceId, "workforceId", "workforce_missing"),
      ...("problems" in read ? read.problems : []),
      ...wordsProblems(input, words.text),
    ],
    last: unanswered(input.claimant, "claimant", "claimant_missing"),
    isOfWave: false,
    quantity,
    row: ({ envelope, start }): WorkforceSizeRow => ({
      ...envelope,
      workforceId: input.workforceId,
      scopeNote: inLanguage(input.scopeNote, input.textLanguage),
      comparable: input.comparable === "yes",
      quantity: quantity ?? NOTHING,
      wordsLanguage: quantity?.words ? words.language : null,
      asOf: start,
      claimant: input.claimant || "other",
      claimantNames: input.claimantName === "" ? null : inEveryLanguage(input.claimantName),
      standing: "normal",
      standingReason: null,
    }),
  });
}

const NOTHING: Quantity = {
  ...{ lower: null, upper: null, unit: "people", approximate: false },
  ...{ words: null, rule: null, unknown: "not_reported" },
};
