import { z } from "zod";
import { UNITS } from "@/lib/domain/quantity";
import type { DemandRow } from "@/lib/domain/wave-record";
import { DEMAND_KINDS } from "./choices";
import { choice, type FieldProblem, line, text } from "./input";
import { inLanguage, type PlainReading, readPlain, unanswered } from "./plain";
import { toQuantity } from "./quantity";
import { SOURCED, TOLD, WHEN } from "./shapes";

/** What a contributor typed of something that was asked. */
export const demandInputSchema = z.strictObject({
  recordKind: z.literal("demand"),
  waveId: line,
  demandKind: choice(DEMAND_KINDS),
  ...TOLD,
  raisedBy: line,
  workforceId: line,
  ...WHEN,
  targetUnit: choice(UNITS),
  lower: line,
  upper: line,
  words: text,
  ...SOURCED,
});
type DemandInput = z.output<typeof demandInputSchema>;

export function readDemand(input: DemandInput): PlainReading {
  const { demandKind, textLanguage, noteLanguage } = input;
  const target = readTarget(input);
  return readPlain(input, {
    first: [
      ...unanswered(demandKind, "demandKind", "demand_kind_missing"),
      ...unanswered(input.text, "text", "demand_text_missing"),
      ...unanswered(input.raisedBy, "raisedBy", "raised_by_missing"),
    ],
    last: "problems" in target ? target.problems : [],
    row: ({ envelope, start }): DemandRow => ({
      ...envelope,
      kind: demandKind || "rights",
      text: inLanguage(input.text, textLanguage) ?? {},
      raisedBy: inLanguage(input.raisedBy, textLanguage) ?? {},
      workforceId: input.workforceId || null,
      raisedAt: start,
      target: "problems" in target ? null : target.target,
      note: inLanguage(input.note, noteLanguage),
    }),
  });
}

type Target = { target: DemandRow["target"] } | { problems: FieldProblem[] };

/** Most demands name no number; one that does says of what. Words alone are no target. */
function readTarget({ targetUnit, lower, upper, words }: DemandInput): Target {
  if (lower === "" && upper === "") {
    const isTyped = targetUnit !== "" || words !== "";
    return isTyped ? { problems: [{ field: "lower", code: "range_empty" }] } : { target: null };
  }
  if (targetUnit === "") return { problems: [{ field: "targetUnit", code: "unit_missing" }] };
  const typed = { mode: "range", lower, upper, unknownReason: "", number: "", bound: "", rangeAbout: "" } as const;
  const read = toQuantity(typed, targetUnit, null);
  if ("problems" in read) return read;
  const { lower: from, upper: to, unit } = read.quantity;
  return { target: { lower: from, upper: to, unit, words: words || null } };
}
