import { notFound } from "next/navigation";
import { createTranslator } from "next-intl";
import { cache } from "react";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { env } from "@/lib/env";
import { type RecordsWords, recordsContext } from "@/lib/features/records/view/context";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { askedWorkforce } from "@/lib/features/workforces/view/asked-workforce";
import type { AtomFeed } from "@/lib/shared/atom";
import { isLocale, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { correctionsView } from "./view";
import type { ChangeContext, CorrectionWords } from "./view/change-words";
import { correctionsFeed, type FeedOf } from "./view/feed";

type Words = { records: RecordsWords; words: CorrectionWords };

const wordsOnce = cache(async (locale: Locale): Promise<Words> => {
  const messages = await readMessages(locale);
  const translator = { locale, messages, timeZone: "UTC" } as const;
  const record = createTranslator({ ...translator, namespace: "record" });
  const corrections = createTranslator({ ...translator, namespace: "corrections" });
  return {
    words: (key, values) => corrections(key, values),
    records: {
      locale,
      record: (key, values) => record(key, values),
      action: createTranslator({ ...translator, namespace: "pages.action" }),
      moment: createTranslator({ ...translator, namespace: "site.moment" }),
      quantity: createTranslator({ ...translator, namespace: "site.quantity" }),
    },
  };
});

/** The texts about corrections in one language; a page that does not exist in any other. */
export async function loadCorrectionWords(locale: string): Promise<CorrectionWords> {
  return (isLocale(locale) ? await wordsOnce(locale) : notFound()).words;
}

/** What the changes of one wave's records are said with. */
export async function loadChangeContext(record: WaveRecord, locale: string): Promise<ChangeContext> {
  const { records, words } = isLocale(locale) ? await wordsOnce(locale) : notFound();
  return { context: recordsContext(record, records), words };
}

/** The corrections of a wave as a feed; of one workforce where its part of the address is named. */
export async function loadCorrectionsFeed(context: ReadingContext, workforce: string | null): Promise<AtomFeed> {
  const { record, locale, text } = context;
  const said = await loadChangeContext(record, locale);
  const all = correctionsView(context);
  const of = workforce === null ? undefined : askedWorkforce(context.kept, workforce)?.row;
  if (workforce !== null && of === undefined) return notFound();
  const shown = of ? all.filter(({ facets }) => facets.workforces.includes(of.slug)) : all;
  const feed: FeedOf = of
    ? { of: "workforces", slug: of.slug, about: text(of.names) }
    : { of: "waves", slug: record.wave.slug, about: text(record.wave.names) };
  return correctionsFeed(shown, { publicUrl: env().publicUrl, feed }, said);
}
