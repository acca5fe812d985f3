import { notFound } from "next/navigation";
import { cache } from "react";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { findRecord } from "@/lib/features/records/view/find";
import { askedStep } from "@/lib/features/regions/view/steps";
import {
  extractAt,
  partAroundRecord,
  partAroundWorkforce,
  partAroundWorkforces,
  partInRegions,
} from "@/lib/features/shelf/data/find";
import { workforceOfWaves } from "@/lib/features/workforces/view/asked-workforce";
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

/** Once for a page, which asks for the same several times. */
const loadExtract = cache(async (slug: string, at: string | null, knownOn: string | null, knownAt: number | null) =>
  extractAt(await loadKeptWave(slug), { at, knownOn, knownAt }),
);

/** A wave through the lens of the address. Of a large one, what pages about the whole of it need at its moments. */
async function readAsAsked(kept: WaveRecord, asked: SearchParams): Promise<WaveRecord> {
  const { lens } = askedLens(asked, kept);
  const { at } = askedStep(asked);
  const { knownOn, knownAt } = lens;
  const isLatest = !kept.part?.digest || (at === null && knownAt === null);
  return readThrough(isLatest ? kept : await loadExtract(kept.wave.slug, at, knownOn, knownAt), lens);
}

/** The record of one wave, read through the lens of the address. */
export async function loadWave(slug: string, asked: SearchParams): Promise<WaveRecord> {
  return readAsAsked(await loadKeptWave(slug), asked);
}

const largeOf = (records: readonly WaveRecord[]) => records.filter(({ part }) => part !== undefined);

/** The waves among which a record's page finds it: of a large wave, the part around it. */
export const loadWavesAroundRecord = cache(async (id: string): Promise<readonly WaveRecord[]> => {
  const records = await loadPublicRecord();
  const part = partAroundRecord(largeOf(records), id);
  return part ? [part] : records;
});

/** As `loadWavesAroundRecord`, of a workforce by its part of the address or its id. */
export const loadWavesAroundWorkforce = cache(async (asked: string): Promise<readonly WaveRecord[]> => {
  const records = await loadPublicRecord();
  const whole = records.filter(({ part }) => part === undefined);
  const found = workforceOfWaves(whole, asked);
  if (found?.row.slug === asked || found?.row.id === asked) return [found.record];
  const part = partAroundWorkforce(largeOf(records), asked);
  return part ? [...whole, part] : whole;
});

/** A wave for what is asked of one of its workforces: of a large wave, the part around it. */
export async function loadWaveOfWorkforce(slug: string, workforce: string, asked: SearchParams): Promise<WaveRecord> {
  const kept = await loadKeptWave(slug);
  const part = kept.part ? partAroundWorkforce([kept], workforce) : null;
  return readAsAsked(part ?? kept, asked);
}

/** Some regions or some workforces of a wave, by how an address names them. */
export type SomeOf = { regions: readonly string[] } | { workforces: readonly string[] };

/** A wave for what is asked of some of it: of a large wave, what happened there or what is around these. */
export async function loadWaveOf(slug: string, some: SomeOf, asked: SearchParams): Promise<WaveRecord> {
  const kept = await loadKeptWave(slug);
  const { lens } = askedLens(asked, kept);
  return readThrough(kept.part ? partOf(kept, some, lens.knownAt) : kept, lens);
}

function partOf(kept: WaveRecord, some: SomeOf, knownAt: number | null): WaveRecord {
  return "regions" in some ? partInRegions(kept, some.regions, knownAt) : partAroundWorkforces(kept, some.workforces);
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
  return readingContext(await readAsAsked(kept, asked), words, kept);
}

/** As `loadReading`, of a page about some regions or workforces of the wave. */
export async function loadReadingOf(
  params: { locale: string; wave: string },
  some: SomeOf,
  asked: SearchParams,
): Promise<ReadingContext> {
  const words = await loadReadingWords(params.locale);
  const kept = await loadKeptWave(params.wave);
  return readingContext(await loadWaveOf(params.wave, some, asked), words, kept);
}

/** The wave that holds a record by the record's id; a page that does not exist when there is no such record. */
export async function loadReadingOfRecord(
  { locale, id }: { locale: string; id: string },
  asked: SearchParams,
): Promise<ReadingContext> {
  const records = await loadWavesAroundRecord(id);
  const kept = records.find((record) => findRecord(record, id) !== null) ?? notFound();
  return readingContext(readThrough(kept, askedLens(asked, kept).lens), await loadReadingWords(locale), kept);
}

/** The wave that has a workforce, by its part of the address or its id; a page that does not exist when there is none. */
export async function loadReadingOfWorkforce(
  { locale, workforce }: { locale: string; workforce: string },
  asked: SearchParams = {},
): Promise<ReadingContext> {
  const records = await loadWavesAroundWorkforce(workforce);
  const { record: kept } = workforceOfWaves(records, workforce) ?? notFound();
  return readingContext(readThrough(kept, askedLens(asked, kept).lens), await loadReadingWords(locale), kept);
}

/** Every public wave, newest first. */
export async function loadReadings(locale: string): Promise<ReadingContext[]> {
  const words = await loadReadingWords(locale);
  return (await loadPublicRecord()).map((record) => readingContext(record, words));
}
