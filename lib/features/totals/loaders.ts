import { createTranslator } from "next-intl";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { readMessages } from "@/lib/shared/i18n/messages";
import type { TotalsContext } from "./view/totals-context";

/** The context of a reading page with the texts of totals. */
export async function loadTotals(context: ReadingContext): Promise<TotalsContext> {
  const messages = await readMessages(context.locale);
  const words = createTranslator({ locale: context.locale, messages, timeZone: "UTC", namespace: "totals" });
  return { ...context, words: (key, values) => words(key, values) };
}
