import { notFound } from "next/navigation";
import { createTranslator } from "next-intl";
import { cache } from "react";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { env } from "@/lib/env";
import { type RecordsWords, recordsContext } from "@/lib/features/records/view/context";
import { hasCopy } from "@/lib/features/shelf/data/copy-of";
import { correctionChoices, correctionLog } from "@/lib/features/shelf/data/correction-log";
import { lensChoices, readThrough } from "@/lib/features/waves/view/asked-lens";
import { choicesOf, matchesFilter } from "@/lib/features/waves/view/facets";
import type { FilteredList } from "@/lib/features/waves/view/filtered-list";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { askedWorkforce } from "@/lib/features/workforces/view/asked-workforce";
import type { AtomFeed } from "@/lib/shared/atom";
import { isLocale, type Locale } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import {
  type FilterChoices,
  filterQuery,
  firstOf,
  type ListFilter,
  NO_FILTER,
  parseListFilter,
  type ReadFilter,
  type SearchParams,
} from "@/lib/shared/search-params";
import { type Correction, correctionsView } from "./view";
import { type AllCorrections, allCorrections, choicesOfAll, type WaveLog } from "./view/all-waves";
import type { ChangeContext, CorrectionWords } from "./view/change-words";
import { correctionsFeed, type FeedOf } from "./view/feed";
import { MOST_ON_PAGE } from "./view/log-bounds";

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

/** The corrections of a wave that fit; of a large one the newest of them, with the part of it that they stand in. */
export function correctionLogOf(context: ReadingContext, filter: ListFilter, most: number): WaveLog {
  const { kept, lens } = context;
  const log = kept.part?.digest ? correctionLog(kept, { filter, knownAt: lens.knownAt, most }) : null;
  const here = log ? { ...context, record: readThrough(log.part, lens), kept: log.part } : context;
  const all = correctionsView(here);
  const fitting = all.filter(({ facets }) => matchesFilter(facets, filter));
  // All histories of a large wave's part are whole: of those that changed often it has more than was asked for.
  const isCut = log !== null && (log.isCut || fitting.length > most);
  const shown = isCut ? fitting.slice(0, most) : fitting;
  return { context: here, shown, total: log?.all ?? all.length, isCut };
}

/** The newest corrections of a wave for its dashboard; null where they cannot be read now and the rest of it can. */
export function latestCorrections(context: ReadingContext, most: number): WaveLog | null {
  const isHere = !context.kept.part?.digest || hasCopy(context.kept);
  const log = isHere ? correctionLogOf(context, NO_FILTER, most) : null;
  return log && { ...log, shown: log.shown.slice(0, most) };
}

/** What the corrections of a wave can be narrowed by. */
function logChoices(context: ReadingContext, workforce: string | null): FilterChoices {
  const { kept } = context;
  if (kept.part?.digest) return correctionChoices(kept, workforce);
  const whole = { ...context, record: kept };
  return choicesOf(correctionsView(whole), whole);
}

/** The corrections of a wave as its address narrows them, with what they are said with. */
export function correctionList(
  context: ReadingContext,
  params: SearchParams,
  most: number,
): WaveLog & { list: FilteredList<Correction> } {
  const choices = { ...logChoices(context, firstOf(params.workforce)), ...lensChoices(context.kept) };
  const { filter, leftOut } = parseListFilter(params, choices);
  const log = correctionLogOf(context, filter, most);
  const { slug } = context.record.wave;
  const query = new URLSearchParams(filterQuery(filter));
  query.set("locale", context.locale);
  const addresses = {
    path: `/${context.locale}/waves/${slug}/corrections`,
    csv: `/api/v1/waves/${slug}/corrections.csv?${query}`,
  };
  return {
    ...log,
    list: { shown: log.shown, total: log.total, filter, choices, leftOut, ...addresses },
  };
}

type AllLogs = AllCorrections & ReadFilter & { choices: FilterChoices; contexts: ReadingContext[] };

/** The corrections of all waves as their address narrows them. */
export function correctionsOfAll(readings: readonly ReadingContext[], params: SearchParams, most: number): AllLogs {
  const workforce = firstOf(params.workforce);
  const choices = choicesOfAll(readings.map((context) => logChoices(context, workforce)));
  const read = parseListFilter(params, choices);
  const logs = readings.map((context) => correctionLogOf(context, read.filter, most));
  return { ...allCorrections(logs, read.filter), ...read, choices, contexts: logs.map(({ context }) => context) };
}

/** The corrections of a wave as a feed; of one workforce where its part of the address is named. */
export async function loadCorrectionsFeed(reading: ReadingContext, workforce: string | null): Promise<AtomFeed> {
  const { context, shown: all } = correctionLogOf(reading, NO_FILTER, MOST_ON_PAGE);
  const { record, locale, text } = context;
  const said = await loadChangeContext(record, locale);
  const of = workforce === null ? undefined : askedWorkforce(context.kept, workforce)?.row;
  if (workforce !== null && of === undefined) return notFound();
  const shown = of ? all.filter(({ facets }) => facets.workforces.includes(of.slug)) : all;
  const feed: FeedOf = of
    ? { of: "workforces", slug: of.slug, about: text(of.names) }
    : { of: "waves", slug: record.wave.slug, about: text(record.wave.names) };
  return correctionsFeed(shown, { publicUrl: env().publicUrl, feed }, said);
}
