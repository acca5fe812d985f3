import { createTranslator } from "next-intl";
import { viewContext } from "@/lib/features/figures/view/view-context";
import { viewWords } from "@/lib/features/figures/view/view-words";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { readMessages } from "@/lib/shared/i18n/messages";
import type { RegionContext } from "./view/region-context";
import type { SpreadContext } from "./view/spread-context";

/** The context of a reading page with the texts of spread in time. */
export async function loadSpread(context: ReadingContext): Promise<SpreadContext> {
  const { locale, record } = context;
  const messages = await readMessages(locale);
  const words = createTranslator({ locale, messages, timeZone: "UTC", namespace: "spread" });
  const axis = viewContext(record, viewWords(locale, messages));
  return { ...context, words: (key, values) => words(key, values), axis };
}

/** As `loadSpread`, with the texts of single regions. */
export async function loadRegions(context: ReadingContext): Promise<RegionContext> {
  const { locale } = context;
  const messages = await readMessages(locale);
  const say = createTranslator({ locale, messages, timeZone: "UTC", namespace: "regions" });
  return { ...(await loadSpread(context)), say: (key, values) => say(key, values) };
}
