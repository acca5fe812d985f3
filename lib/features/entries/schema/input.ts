import { z } from "zod";
import { tidyDate } from "@/lib/shared/local-time";
import { SOURCE_KINDS, SOURCE_TIERS } from "./choices";

// Pages forbid making code from text, which zod would try to read objects faster, before it makes its first.
if (typeof window !== "undefined") z.config({ jitless: true });

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
/** A date in whatever way it is typed, as long as it can mean one day alone. */
export const day = z
  .string()
  .overwrite((typed) => tidyDate(tidyText(typed)))
  .max(300, "too_long")
  .default("");
/** Unset choices stay empty strings, so that a draft keeps exactly what was typed. */
export const choice = <const T extends readonly string[]>(values: T) =>
  z.enum(["", ...values], "unknown_choice").default("");
export const flag = z.enum(["", "yes"], "unknown_choice").default("");

export const sourceInputSchema = z.strictObject({
  existing: line,
  url: text,
  noAddress: flag,
  description: text,
  title: line,
  publisher: line,
  publishedOn: day,
  language: line,
  kind: choice(SOURCE_KINDS),
  tier: choice(SOURCE_TIERS),
  quote: text,
});
export type SourceInput = z.output<typeof sourceInputSchema>;

/** One thing wrong with one field: the form links its summary to the field, the code is a text of `entries.problems`. */
export type FieldProblem = { field: string; code: string };
