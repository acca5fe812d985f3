import { NO_LENS } from "@/lib/domain/lens";
import type { Moment, Period } from "@/lib/domain/moment";
import type { Quantity } from "@/lib/domain/quantity";
import type { Texts, WaveRecord } from "@/lib/domain/wave-record";
import type { ActionWords } from "@/lib/features/actions/view";
import { lensQuery, RECORD_LENS } from "@/lib/features/waves/view/asked-lens";
import { formatDate, formatFullDay, languageTag, localYear } from "@/lib/shared/format/day";
import { formatMoment, formatPeriod, type MomentWords } from "@/lib/shared/format/moment";
import { formatNumber, type QuantityWords } from "@/lib/shared/format/quantity";
import { amountsThrough } from "@/lib/shared/format/silence";
import { countryName } from "@/lib/shared/i18n/countries";
import { languageName } from "@/lib/shared/i18n/languages";
import { plainText, readLocalText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { Messages } from "@/lib/shared/i18n/messages";
import { withQuery } from "@/lib/shared/search-params";

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];

/** Every text of the record, workforce and search pages; a key that does not exist does not compile. */
export type RecordKey = Leaves<Messages["record"]>;
export type RecordWords = (key: RecordKey, values?: Record<string, string | number>) => string;
/** The texts of `record`, `pages.action`, `site.moment` and `site.quantity` in one language. */
export type RecordsWords = {
  locale: Locale;
  record: RecordWords;
  action: ActionWords;
  moment: MomentWords;
  quantity: QuantityWords;
};

/** A piece of text, where it leads, and its language where that is not the page's. */
export type Part = { text: string; href: string | null; language: string | null };

type Shown = Pick<Quantity, "lower" | "upper" | "unit" | "approximate" | "unknown"> & { words?: string | null };

/** Everything a reading page formats with: one record, one language, the zones of its country. */
export type RecordsContext = ReturnType<typeof recordsContext>;

export function recordsContext(record: WaveRecord, words: RecordsWords) {
  const { locale } = words;
  const { timeZone, slug } = record.wave;
  const lens = record.lens ?? NO_LENS;
  const otherZones = [...new Set(record.regions.map((region) => region.timeZone))];
  /** A region's happenings go by its own clock, what is nationwide by that of the wave. */
  const moments = (regionId: string | null) => {
    const own = record.regions.find(({ id }) => id === regionId)?.timeZone;
    return { locale, timeZone: own ?? timeZone, otherZones, words: words.moment };
  };
  const year = record.wave.firstDay.slice(0, 4);
  const { quantity: amount, heard, silence, sizeSilence } = amountsThrough(lens, locale, words.quantity);
  /** With the unit said: "75 %", "300 people"; a reason stays a reason. */
  const measured = (quantity: Shown) =>
    quantity.lower === null && quantity.upper === null
      ? amount(quantity)
      : words.record(`${isBound(quantity) ? "unitOfBound" : "unit"}.${quantity.unit}`, {
          ...{ amount: amount(quantity), count: countFor(quantity) },
        });
  return {
    locale,
    record,
    timeZone,
    words: words.record,
    actionWords: words.action,
    text: (texts: Texts | null) => plainText(texts, locale),
    part: (texts: Texts | null, href: string | null = null) => textPart(texts, locale, href),
    number: (value: number) => formatNumber(value, locale),
    ...{ amount, measured, silence, sizeSilence },
    /** The same of a figure, or of what is accepted of several. */
    heard: (quantity: Shown) => (quantity.unknown === "not_reported" ? heard(quantity) : measured(quantity)),
    /** With its year where that is not the wave's: a workforce's size may be ten years old. */
    moment: (moment: Moment, regionId: string | null = null) =>
      formatMoment(moment, { ...moments(regionId), withYear: localYear(moment.earliest, timeZone) !== year }),
    period: (period: Period, regionId: string | null = null) => formatPeriod(period, moments(regionId)),
    list: (items: readonly string[]) => new Intl.ListFormat(languageTag(locale), { type: "conjunction" }).format(items),
    date: (date: string) => formatDate(date, locale),
    fullDay: (at: number) => formatFullDay(at, locale, timeZone),
    language: (tag: string) => languageName(tag, locale) ?? words.quantity("unknown"),
    country: (code: string) => countryName(code, locale),
    recordHref: (id: string) => withQuery(`/${locale}/records/${id}`, lensQuery(lens, RECORD_LENS)),
    /** The page of a record as known by the end of a day; the rule by which words are read stays. */
    recordHrefOn: (id: string, knownOn: string) =>
      withQuery(`/${locale}/records/${id}`, lensQuery({ ...lens, knownOn }, RECORD_LENS)),
    workforceHref: (workforceSlug: string) => withQuery(`/${locale}/workforces/${workforceSlug}`, lensQuery(lens)),
    waveHref: (path: string) => withQuery(`/${locale}/waves/${slug}${path}`, lensQuery(lens)),
    glossaryHref: (anchor: string) => `/${locale}/glossary#${anchor}`,
  };
}

// The plural follows the last number said.
function countFor({ lower, upper }: Shown): number {
  return upper ?? lower ?? 0;
}

/** "At least", "at most" and "about" ask for another case of the unit in some languages. */
function isBound({ lower, upper, approximate }: Shown): boolean {
  return approximate || lower === null || upper === null;
}

function textPart(texts: Texts | null, locale: Locale, href: string | null): Part {
  const shown = readLocalText(texts, locale);
  return { text: shown?.text ?? "", href, language: shown && shown.language !== locale ? shown.language : null };
}

export function plain(text: string, href: string | null = null): Part {
  return { text, href, language: null };
}
