import { z } from "zod";
import type { WorkforceRow } from "@/lib/domain/wave-record";
import { flag, line } from "./input";
import { inEveryLanguage, inLanguage, type PlainReading, readPlain, unanswered } from "./plain";
import { SOURCED, TOLD } from "./shapes";

/** What a contributor typed of the workers of one employer at one place in one occupation. */
export const workforceInputSchema = z.strictObject({
  recordKind: z.literal("workforce"),
  waveId: line,
  workforceName: line,
  occupation: line,
  textLanguage: TOLD.textLanguage,
  /** A recorded employer; empty for a group without one. */
  employerId: line,
  /** Whether it stands for everybody the employer employs. */
  wholeEmployer: flag,
  /** Empty where it spans several regions or nobody says. */
  place: line,
  ...SOURCED,
});

export function readWorkforce(input: z.output<typeof workforceInputSchema>): PlainReading {
  const { workforceName, occupation, employerId } = input;
  const wholeEmployer = input.wholeEmployer === "yes";
  return readPlain(input, {
    first: [
      ...unanswered(workforceName, "workforceName", "workforce_name_missing"),
      ...unanswered(occupation, "occupation", "occupation_missing"),
      ...(wholeEmployer ? unanswered(employerId, "employerId", "employer_missing") : []),
    ],
    isAnywhere: true,
    row: ({ envelope, placed }): WorkforceRow => ({
      ...envelope,
      slug: slugOf(workforceName, envelope.id),
      names: inEveryLanguage(workforceName),
      occupation: inLanguage(occupation, input.textLanguage) ?? {},
      otherNames: [],
      employerId: employerId || null,
      ...placed,
      wholeEmployer,
      note: inLanguage(input.note, input.noteLanguage),
    }),
  });
}

/** The part of its address: of its name what an address may hold, and its id, which is nobody else's. */
function slugOf(name: string, id: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return [...words.slice(0, 8), id.toLowerCase()].join("-");
}
