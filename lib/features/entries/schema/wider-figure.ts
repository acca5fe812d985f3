import { z } from "zod";
import { BASES, MEASURES } from "@/lib/domain/measure";
import type { Quantity } from "@/lib/domain/quantity";
import type { FigureRow } from "@/lib/domain/wave-record";
import { choice, line } from "./input";
import { inEveryLanguage, inLanguage, type PlainReading, readPlain, unanswered } from "./plain";
import { wordsOf, wordsProblems } from "./proposal";
import { toQuantity, unitOf } from "./quantity";
import { CLAIMED, SAYS, SOURCED, WHEN } from "./shapes";

/** What a contributor typed of a number that is of no single workforce. */
export const widerFigureInputSchema = z.strictObject({
  recordKind: z.literal("wider_figure"),
  waveId: line,
  measure: choice(MEASURES),
  /** `wave`, or what it counts as `action ZZ30-A1`, `event ZZ30-E1` or `region KZ-MAN`. */
  about: line,
  ...SAYS,
  basis: choice(BASES),
  ...WHEN,
  ...CLAIMED,
  ...SOURCED,
});

export function readWiderFigure(input: z.output<typeof widerFigureInputSchema>): PlainReading {
  const about = aboutOf(input.about);
  const measure = input.measure || "workers_directly_involved";
  const words = wordsOf(input);
  const read = toQuantity(input, unitOf(measure), words.text);
  const quantity = "problems" in read ? null : read.quantity;
  return readPlain(input, {
    first: [
      ...unanswered(input.measure, "measure", "measure_missing"),
      ...(about === null ? [{ field: "about", code: "about_missing" }] : []),
      ...("problems" in read ? read.problems : []),
      ...wordsProblems(input, words.text),
    ],
    last: unanswered(input.claimant, "claimant", "claimant_missing"),
    ...{ quantity, measure },
    row: ({ envelope, start }): FigureRow => ({
      ...envelope,
      ...(about ?? { subject: "wave", actionId: null, eventId: null, regionId: null }),
      ...{ workforceId: null, measure, basis: input.basis || "on_day" },
      quantity: quantity ?? { ...NOTHING, unit: unitOf(measure) },
      wordsLanguage: quantity?.words ? words.language : null,
      asOf: start,
      claimant: input.claimant || "other",
      claimantName: input.claimantName || null,
      claimantNames: input.claimantName === "" ? null : inEveryLanguage(input.claimantName),
      ...{ standing: "normal", standingReason: null, disputed: false, disputeReason: null, general: false },
      note: inLanguage(input.note, input.noteLanguage),
    }),
  });
}

type About = Pick<FigureRow, "subject" | "actionId" | "eventId" | "regionId">;

function aboutOf(typed: string): About | null {
  const none = { actionId: null, eventId: null, regionId: null };
  if (typed === "wave") return { subject: "wave", ...none };
  const [, subject, id = ""] = /^(action|event|region) (\S+)$/.exec(typed) ?? [];
  if (subject === "action") return { ...none, subject, actionId: id };
  if (subject === "event") return { ...none, subject, eventId: id };
  return subject === "region" ? { ...none, subject, regionId: id } : null;
}

const NOTHING: Omit<Quantity, "unit"> = {
  ...{ lower: null, upper: null, approximate: false, words: null, rule: null, unknown: "not_reported" },
};
