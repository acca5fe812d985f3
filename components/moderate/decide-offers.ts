import { getTranslations } from "next-intl/server";
import { entryWords } from "@/components/contribute/entry-words";
import type { AcceptedRange } from "@/lib/domain/accepted";
import { REASON_TEMPLATES } from "@/lib/features/entries/schema/reason-templates";
import type { ModeratedEntry } from "@/lib/features/entries/view/moderated-entry";
import type { StandingChoice } from "@/lib/features/entries/view/standing-choices";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import type { OfferedReason } from "./reason-fields";
import type { FirstChoice, OfferedStanding } from "./standing-fields";

export type DecideOffers = { standings: OfferedStanding[]; first: FirstChoice | null; templates: OfferedReason[] };

/** What the form of a decision offers beside its buttons, in the words of the page. */
export async function decideOffers(entry: ModeratedEntry, locale: Locale): Promise<DecideOffers> {
  const say = await readerWords(locale);
  const standings = entry.standings.map((choice) => ({ standing: choice.standing, readers: say(choice) }));
  return { standings, first: firstChoice(entry), templates: await offeredReasons(locale) };
}

/** What the claim's public page would say of the range, word for word, and what else a choice means to who reads it. */
async function readerWords(locale: Locale): Promise<(choice: StandingChoice) => string | null> {
  const words = await entryWords(locale);
  const t = await getTranslations("weighing.standing");
  const page = await getTranslations("record.accepted");
  return (choice) => {
    if (choice.range === null) return null;
    const { range, how, others, standing } = choice;
    const said = page(how, { amount: words.quantity(range), count: range.basedOn.length, others });
    const beside = standing === "deprecated" ? ` ${t(how === "allSetAside" ? "leftAlone" : "shownBeside")}` : "";
    return t("readers", { said }) + beside;
  };
}

/** An accepted range as the page of an entry says it. */
export async function rangeWords(locale: Locale): Promise<(range: AcceptedRange) => string> {
  const words = await entryWords(locale);
  const t = await getTranslations("weighing.standing");
  return (range) => {
    if (range.standingUsed === null && range.unknownClaims.length === 0) return t("nothing");
    return range.disputed ? t("disputedRange", { range: words.quantity(range) }) : words.quantity(range);
  };
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
