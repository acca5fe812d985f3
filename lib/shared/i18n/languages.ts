import { languageTag } from "../format/day";
import type { Locale } from "./locales";

/** A language's name in the reader's language (CLDR) by its tag (BCP 47); null of `und`, which says that it is not known. */
export function languageName(tag: string, locale: Locale): string | null {
  if (tag === "und") return null;
  const names = new Intl.DisplayNames([languageTag(locale), "en"], { type: "language", fallback: "code" });
  try {
    return names.of(tag) ?? tag;
  } catch {
    // No well-formed tag: a page is not lost for the name of a language.
    return tag;
  }
}
