import { z } from "zod";
import { CLAIMANTS } from "@/lib/domain/measure";
import { UNKNOWN_REASONS } from "@/lib/domain/quantity";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { AS_OF_PRECISIONS, BOUNDS, MODES, PARTS_OF_DAY } from "./choices";
import { choice, day, flag, line, sourceInputSchema, text } from "./input";

/*
 * Questions that the forms of several kinds share, in the order in which they are asked. A kind's own schema is made
 * of them, so that the same question is one field with one name in all forms.
 */

/** When, no finer than the source knows it. */
export const WHEN = {
  date: day,
  precision: choice(AS_OF_PRECISIONS),
  partOfDay: choice(PARTS_OF_DAY),
  hour: line,
};

/** What was done or said, and the language it was written in here. */
export const TOLD = { text, textLanguage: choice(LOCALES) };

/** What the source says of an amount. */
export const SAYS = {
  mode: choice(MODES),
  number: line,
  bound: choice(BOUNDS),
  lower: line,
  upper: line,
  rangeAbout: flag,
  words: text,
  wordsLanguage: line,
  unknownReason: choice(UNKNOWN_REASONS),
};

/** Who claims it. */
export const CLAIMED = { claimant: choice(CLAIMANTS), claimantName: line };

/** Where it stands, and what else to say of it. */
export const SOURCED = {
  sources: z.array(sourceInputSchema).max(20, "too_many").default([]),
  note: text,
  noteLanguage: choice(LOCALES),
  confidentialNote: text,
};
