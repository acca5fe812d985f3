import { asPublished } from "@/lib/features/entries/view/as-published";
import type { ModeratedEntry } from "@/lib/features/entries/view/moderated-entry";
import { type EffectLine, effectOf, pageSays } from "@/lib/features/entries/view/public-effect";
import { loadTotals } from "@/lib/features/totals/loaders";
import { loadReadingWords } from "@/lib/features/waves/loaders";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import type { Locale } from "@/lib/shared/i18n/locales";

/** What the public pages would say otherwise if this entry were published now; null where it cannot be told. */
export async function publicEffect(entry: ModeratedEntry, locale: Locale): Promise<EffectLine[] | null> {
  const pair = asPublished(entry);
  if (pair === null) return null;
  const words = await loadReadingWords(locale);
  const [before, after] = await Promise.all(
    [pair.before, pair.after].map(async (record) => pageSays(await loadTotals(readingContext(record, words)))),
  );
  return effectOf(before ?? [], after ?? []);
}
