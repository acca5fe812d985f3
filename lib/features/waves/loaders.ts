import { notFound } from "next/navigation";
import { cache } from "react";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { findRecord } from "@/lib/features/records/view/find";
import { editionInForce } from "@/lib/server/published/edition-in-force";
import { isLocale } from "@/lib/shared/i18n/locales";
import type { SearchParams } from "@/lib/shared/search-params";
import { readEdition, readVersion } from "./data";
import { askedLens, readThrough } from "./view/asked-lens";
import { type ReadingContext, type ReadingWords, readingContext } from "./view/reading-context";
import { readingWords } from "./view/reading-words";

/** Everything published, newest wave first, the same for the whole request. Asks the database only where nobody follows it. */
export const loadPublicRecord = cache(async (): Promise<readonly WaveRecord[]> => {
  return (await editionInForce({ readVersion, readEdition })).records;
});

/** The record of one wave by its part of the address, as it is kept; a page that does not exist when there is none. */
export async function loadKeptWave(slug: string): Promise<WaveRecord> {
  const record = (await loadPublicRecord()).find(({ wave }) => wave.slug === slug);
  return record ?? notFound();
}

/** The record of one wave, read through the lens of the address. */
export async function loadWave(slug: string, asked: SearchParams): Promise<WaveRecord> {
  const kept = await loadKeptWave(slug);
  return readThrough(kept, askedLens(asked, kept).lens);
}

/** Every public wave, each read through the lens of the address. */
export async function loadWaves(asked: SearchParams): Promise<readonly WaveRecord[]> {
  return (await loadPublicRecord()).map((kept) => readThrough(kept, askedLens(asked, kept).lens));
}

const wordsOnce = cache(readingWords);

/** The words of the reading pages in one language; a page that does not exist in any other. */
export function loadReadingWords(locale: string): Promise<ReadingWords> {
  return isLocale(locale) ? wordsOnce(locale) : notFound();
}

/** The wave of an address, read through the lens it asks for, with everything its pages format with. */
export async function loadReading(
  params: { locale: string; wave: string },
  asked: SearchParams = {},
): Promise<ReadingContext> {
  const words = await loadReadingWords(params.locale);
  const kept = await loadKeptWave(params.wave);
  return readingContext(readThrough(kept, askedLens(asked, kept).lens), words, kept);
}

/** The wave that holds a record by the record's id; a page that does not exist when there is no such record. */
export async function loadReadingOfRecord(
  { locale, id }: { locale: string; id: string },
  asked: SearchParams,
): Promise<ReadingContext> {
  const records = await loadPublicRecord();
  const kept = records.find((record) => findRecord(record, id) !== null) ?? notFound();
  return readingContext(readThrough(kept, askedLens(asked, kept).lens), await loadReadingWords(locale), kept);
}

/** The wave that holds a workforce, by its part of the address or its id. */
export async function loadReadingOfWorkforce({
  locale,
  workforce,
}: {
  locale: string;
  workforce: string;
}): Promise<ReadingContext> {
  const isIt = ({ slug, id }: { slug: string; id: string }) => slug === workforce || id === workforce;
  const kept = (await loadPublicRecord()).find(({ workforces }) => workforces.some(isIt)) ?? notFound();
  return readingContext(kept, await loadReadingWords(locale));
}

/** Every public wave, newest first. */
export async function loadReadings(locale: string): Promise<ReadingContext[]> {
  const words = await loadReadingWords(locale);
  return (await loadPublicRecord()).map((record) => readingContext(record, words));
}
