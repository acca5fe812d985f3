import { getTranslations } from "next-intl/server";
import { entryWords } from "@/components/contribute/entry-words";
import type { AcceptedRange } from "@/lib/domain/accepted";
import { REASON_TEMPLATES } from "@/lib/features/entries/schema/reason-templates";
import type { ModeratedEntry } from "@/lib/features/entries/view/moderated-entry";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import type { OfferedReason } from "./reason-fields";
import type { FirstChoice, OfferedStanding } from "./standing-fields";

export type DecideOffers = { standings: OfferedStanding[]; first: FirstChoice | null; templates: OfferedReason[] };

/** What the form of a decision offers beside its buttons, in the words of the page. */
export async function decideOffers(entry: ModeratedEntry, locale: Locale): Promise<DecideOffers> {
  const say = await rangeWords(locale);
  const standings = entry.standings.map(({ standing, range }) => ({ standing, range: range && say(range) }));
  return { standings, first: firstChoice(entry), templates: await offeredReasons(locale) };
}

/** An accepted range as the page of an entry says it. */
export async function rangeWords(locale: Locale): Promise<(range: AcceptedRange) => string> {
  const words = await entryWords(locale);
  const t = await getTranslations("weighing.standing");
  return (range) => (range.disputed ? t("disputedRange", { range: words.quantity(range) }) : words.quantity(range));
}

/** Nothing is said of a first approval where there is nothing to choose. */
function firstChoice({ chosen, standings }: ModeratedEntry): FirstChoice | null {
  if (chosen === null || standings.length === 0) return null;
  const { standing, reason, moderatorHandle, reasonLanguage } = chosen;
  return { standing: standing ?? "normal", handle: moderatorHandle, reason, language: reasonLanguage };
}

/** Every ready reason, by its name in the words of the page. */
export async function offeredReasons(locale: Locale): Promise<OfferedReason[]> {
  const all = await Promise.all(LOCALES.map(async (one) => [one, await readMessages(one)] as const));
  const texts = new Map(all.map(([one, { weighing }]) => [one, weighing.templates]));
  return REASON_TEMPLATES.map(({ key, use }) => {
    const words = Object.fromEntries(LOCALES.map((one) => [one, texts.get(one)?.[key].text ?? ""]));
    return { key, use, name: texts.get(locale)?.[key].name ?? key, words: words as Record<Locale, string> };
  });
}
