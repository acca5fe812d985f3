import { z } from "zod";
import type { EventRow } from "@/lib/domain/wave-record";
import { CERTAINTIES_PROPOSED, EVENT_KINDS } from "./choices";
import { choice, day, flag, line, text } from "./input";
import { inLanguage, type PlainReading, precisionOf, readPlain, unanswered } from "./plain";
import { SOURCED, TOLD, WHEN } from "./shapes";

/** What a contributor typed of something that people did not do together. */
export const eventInputSchema = z.strictObject({
  recordKind: z.literal("event"),
  waveId: line,
  eventKind: choice(EVENT_KINDS),
  ...TOLD,
  actor: line,
  /** Whether people were killed or hurt: two moderators look at it. */
  harm: flag,
  place: line,
  ...WHEN,
  endDate: day,
  certainty: choice(CERTAINTIES_PROPOSED),
  /** Ids of the demands it answers, and how far they were met. */
  answers: line,
  outcome: text,
  ...SOURCED,
});

/** What repression and disasters do to people cannot be left to whether a box was ticked. */
const HARMFUL: readonly string[] = ["repression", "disaster"];

export function readEvent(input: z.output<typeof eventInputSchema>): PlainReading {
  const { eventKind, certainty, textLanguage, noteLanguage } = input;
  const demandIds = idsIn(input.answers);
  return readPlain(input, {
    first: [
      ...unanswered(eventKind, "eventKind", "event_kind_missing"),
      ...unanswered(input.text, "text", "happening_missing"),
    ],
    last: [
      ...unanswered(certainty, "certainty", "certainty_missing"),
      ...(input.outcome !== "" && demandIds.length === 0 ? [{ field: "answers", code: "demand_missing" }] : []),
    ],
    tellsOfHarm: input.harm === "yes" || HARMFUL.includes(eventKind),
    row: ({ envelope, placed, start, end }): EventRow => ({
      ...envelope,
      kind: eventKind || "other",
      text: inLanguage(input.text, textLanguage) ?? {},
      actor: inLanguage(input.actor, textLanguage),
      ...placed,
      placePrecision: precisionOf(placed),
      period: { start, end, openEnd: false },
      certainty: certainty || "claimed",
      note: inLanguage(input.note, noteLanguage),
      answers: demandIds.map((demandId) => ({ demandId, outcome: inLanguage(input.outcome, textLanguage) })),
    }),
  });
}

/** Ids written with spaces or commas between them, each once. */
export function idsIn(typed: string): string[] {
  return [...new Set(typed.toUpperCase().split(/[\s,;]+/))].filter((id) => id !== "");
}
