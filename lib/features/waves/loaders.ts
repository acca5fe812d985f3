import { notFound } from "next/navigation";
import { cache } from "react";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { editionInForce } from "@/lib/server/published/edition-in-force";
import { isLocale } from "@/lib/shared/i18n/locales";
import { readEdition, readVersion } from "./data";
import { type ReadingContext, type ReadingWords, readingContext } from "./view/reading-context";
import { readingWords } from "./view/reading-words";

/** Everything published, newest wave first, the same for the whole request. Asks the database only where nobody follows it. */
export const loadPublicRecord = cache(async (): Promise<readonly WaveRecord[]> => {
  return (await editionInForce({ readVersion, readEdition })).records;
});

/** The record of one wave by its part of the address; a page that does not exist when there is none. */
export async function loadWave(slug: string): Promise<WaveRecord> {
  const record = (await loadPublicRecord()).find(({ wave }) => wave.slug === slug);
  return record ?? notFound();
}

const wordsOnce = cache(readingWords);

/** The words of the reading pages in one language; a page that does not exist in any other. */
export function loadReadingWords(locale: string): Promise<ReadingWords> {
  return isLocale(locale) ? wordsOnce(locale) : notFound();
}

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
