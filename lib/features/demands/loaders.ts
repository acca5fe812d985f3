import { createTranslator } from "next-intl";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { readMessages } from "@/lib/shared/i18n/messages";
import type { DemandContext } from "./view/matrix-context";

/** The context of a reading page with the texts of demands. */
export async function loadDemands(context: ReadingContext): Promise<DemandContext> {
  const messages = await readMessages(context.locale);
  const words = createTranslator({ locale: context.locale, messages, timeZone: "UTC", namespace: "demands" });
  return { ...context, words: (key, values) => words(key, values) };
}
