import { getTranslations } from "next-intl/server";
import type { EntryAbout } from "@/lib/features/entries/view/entry-about";
import { typedMoment } from "@/lib/features/entries/view/typed-moment";
import type { Locale } from "@/lib/shared/i18n/locales";
import { entryWords } from "./entry-words";

type Told = Pick<EntryAbout, "input" | "solidarity" | "action" | "plain">;

/** What tells an entry from others with the same title: when, and who claims it; empty where it says neither. */
export async function toldApart(locale: Locale): Promise<(entry: Told) => string> {
  const t = await getTranslations({ locale, namespace: "entries.claimants" });
  const words = await entryWords(locale);
  return ({ input, solidarity, action, plain }) => {
    const typed = input ?? solidarity?.input ?? action?.input ?? plain?.input;
    const when = typed && typedMoment(typed);
    const claimant = typed && "claimant" in typed && typed.claimant !== "" ? t(typed.claimant) : "";
    return [when ? words.typed(when) : "", claimant].filter(Boolean).join(", ");
  };
}
