import { z } from "zod";
import { BASES, CLAIMANTS, MEASURES } from "@/lib/domain/measure";
import { UNKNOWN_REASONS } from "@/lib/domain/quantity";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { AS_OF_PRECISIONS, BOUNDS, MODES, PARTS_OF_DAY, SOURCE_KINDS, SOURCE_TIERS } from "./choices";

/** Whether a language is named by a well-formed tag (BCP 47) that begins with its code; names of languages do not. */
export function isLanguageTag(text: string): boolean {
  if (!/^[a-z]{2,3}(?:-|$)/.test(text)) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

// What cannot be stored or would show text in another order than it was typed is left out before anything else.
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const tidyText = (typed: string) =>
  typed
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(UNPRINTABLE, (sign) => (sign === "\n" ? sign : ""))
    .trim();
const typed = (longest: number) => z.string().overwrite(tidyText).max(longest, "too_long").default("");
export const line = typed(300);
export const text = typed(2000);
/** Unset choices stay empty strings, so that a draft keeps exactly what was typed. */
export const choice = <const T extends readonly string[]>(values: T) =>
  z.enum(["", ...values], "unknown_choice").default("");
const flag = z.enum(["", "yes"], "unknown_choice").default("");

export const sourceInputSchema = z.strictObject({
  existing: line,
  url: text,
  noAddress: flag,
  description: text,
  title: line,
  publisher: line,
  publishedOn: line,
  language: line,
  kind: choice(SOURCE_KINDS),
  tier: choice(SOURCE_TIERS),
  quote: text,
});
export type SourceInput = z.output<typeof sourceInputSchema>;

/** What a contributor typed, field by field: what an entry keeps as its payload, and what a draft may leave unfinished. */
export const figureInputSchema = z.strictObject({
  waveId: line,
  workforceId: line,
  actionId: line,
  measure: choice(MEASURES),
  basis: choice(BASES),
  date: line,
  precision: choice(AS_OF_PRECISIONS),
  partOfDay: choice(PARTS_OF_DAY),
  hour: line,
  mode: choice(MODES),
  number: line,
  bound: choice(BOUNDS),
  lower: line,
  upper: line,
  rangeAbout: flag,
  words: text,
  wordsLanguage: line,
  unknownReason: choice(UNKNOWN_REASONS),
  claimant: choice(CLAIMANTS),
  claimantName: line,
  sources: z.array(sourceInputSchema).max(20, "too_many").default([]),
  note: text,
  noteLanguage: choice(LOCALES),
  confidentialNote: text,
});
export type FigureInput = z.output<typeof figureInputSchema>;

/** One thing wrong with one field: the form links its summary to the field, the code is a text of `entries.problems`. */
export type FieldProblem = { field: string; code: string };
