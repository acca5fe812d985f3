import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/shared/i18n/locales";

export type LogWords = {
  /** What was done, in words; null where nobody has put it into words yet. */
  act: (verb: string) => string | null;
  /** What it was done to: "an entry". */
  kind: (objectType: string) => string | null;
};

/** How the log says what was done and to what, in the reader's language. */
export async function logWords(locale: Locale): Promise<LogWords> {
  const t = await getTranslations({ locale, namespace: "moderate-desk" });
  const say = (key: string) => (t.has(key as "objects.entry") ? t(key as "objects.entry") : null);
  return { act: (verb) => say(`acts.${verb}`), kind: (objectType) => say(`objects.${objectType}`) };
}
