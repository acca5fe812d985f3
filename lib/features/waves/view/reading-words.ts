import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import type { ReadingWords } from "./reading-context";

/** The words of the reading pages in one language. */
export async function readingWords(locale: Locale): Promise<ReadingWords> {
  const messages = await readMessages(locale);
  const translator = { locale, messages, timeZone: "UTC" } as const;
  const page = createTranslator({ ...translator, namespace: "pages" });
  return {
    locale,
    page: (key, values) => page(key, values),
    action: createTranslator({ ...translator, namespace: "pages.action" }),
    moment: createTranslator({ ...translator, namespace: "site.moment" }),
    quantity: createTranslator({ ...translator, namespace: "site.quantity" }),
  };
}
