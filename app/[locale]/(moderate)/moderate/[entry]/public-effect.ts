import type { Effect } from "@/components/moderate/public-effect";
import type { BeforeAfter } from "@/lib/features/entries/view/as-published";
import { type ModeratedEntry, publishedAs } from "@/lib/features/entries/view/moderated-entry";
import { effectOf, pageSays } from "@/lib/features/entries/view/public-effect";
import { viewWords } from "@/lib/features/figures/view/view-words";
import { loadTotals } from "@/lib/features/totals/loaders";
import { loadReadingWords } from "@/lib/features/waves/loaders";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import type { Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";

/** What the public pages would say otherwise if this entry were published now, with each standing that comes into question. */
export async function publicEffects(entry: ModeratedEntry, locale: Locale): Promise<Effect[]> {
  const words = await loadReadingWords(locale);
  const charts = viewWords(locale, await readMessages(locale));
  const says = async (record: BeforeAfter["after"]) =>
    pageSays(await loadTotals(readingContext(record, words)), charts);
  const published = publishedAs(entry);
  const before = published.find(({ pair }) => pair !== null)?.pair?.before;
  const now = before === undefined ? [] : await says(before);
  return Promise.all(
    published.map(async ({ standing, pair }) => ({ standing, lines: pair && effectOf(now, await says(pair.after)) })),
  );
}
