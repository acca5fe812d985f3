import { LOCALES, type Locale } from "./locales";

/** A text in the languages it is known in; records of the first data set have all four. */
export type LocalText = Partial<Record<Locale, string>>;

export type ShownText = { text: string; language: Locale };

/** The text in the reader's language, or in the first language that has it, with the language it is in. */
export function readLocalText(value: LocalText | null | undefined, locale: Locale): ShownText | null {
  if (!value) return null;
  for (const language of [locale, "en", ...LOCALES] as const) {
    const text = value[language];
    if (text) return { text, language };
  }
  return null;
}

/** As `readLocalText`, for places that cannot carry a language of their own; empty when there is none. */
export function plainText(value: LocalText | null | undefined, locale: Locale): string {
  return readLocalText(value, locale)?.text ?? "";
}
