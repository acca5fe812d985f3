import { notFound } from "next/navigation";
import { createTranslator } from "next-intl";
import { cache } from "react";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { published } from "@/lib/server/published";
import { isLocale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readPublicRecord, readVersion } from "./data";
import { type ReadingContext, type ReadingWords, readingContext } from "./view/reading-context";

/** Everything published, from what was last read: see `published`. One reading per request. */
export const loadPublicRecord = cache(async (): Promise<WaveRecord[]> => {
  return published("public-record", { readVersion, read: readPublicRecord });
});

/** The record of one wave by its part of the address; a page that does not exist when there is none. */
export async function loadWave(slug: string): Promise<WaveRecord> {
  const record = (await loadPublicRecord()).find(({ wave }) => wave.slug === slug);
  return record ?? notFound();
}

/** The words of the reading pages in one language; a page that does not exist in any other. */
export const loadReadingWords = cache(async (locale: string): Promise<ReadingWords> => {
  if (!isLocale(locale)) notFound();
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
});

/** The wave of an address with everything its pages format with. */
export async function loadReading(params: { locale: string; wave: string }): Promise<ReadingContext> {
  const words = await loadReadingWords(params.locale);
  return readingContext(await loadWave(params.wave), words);
}

/** Every public wave, newest first. */
export async function loadReadings(locale: string): Promise<ReadingContext[]> {
  const words = await loadReadingWords(locale);
  return (await loadPublicRecord()).map((record) => readingContext(record, words));
}
