import { type Lens, NO_LENS } from "@/lib/domain/lens";
import type { Moment, Period } from "@/lib/domain/moment";
import type { ActionRow, PlacePrecision, Texts, WaveRecord } from "@/lib/domain/wave-record";
import { type ActionWords, actionKindLabel, actionLabel, placeLabel } from "@/lib/features/actions/view";
import { formatDate, formatDay, formatFullDay, languageTag, localYear } from "@/lib/shared/format/day";
import { formatMoment, formatPeriod, type MomentWords } from "@/lib/shared/format/moment";
import { formatNumber, type QuantityWords } from "@/lib/shared/format/quantity";
import { amountsThrough } from "@/lib/shared/format/silence";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { Messages } from "@/lib/shared/i18n/messages";
import { withQuery } from "@/lib/shared/search-params";
import { lensQuery, RECORD_LENS } from "./asked-lens";

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];

/** Every text of the reading pages; a key that does not exist does not compile. */
export type PageKey = Leaves<Messages["pages"]>;
export type PageWords = (key: PageKey, values?: Record<string, string | number>) => string;

export type ReadingWords = {
  locale: Locale;
  page: PageWords;
  action: ActionWords;
  moment: MomentWords;
  quantity: QuantityWords;
};

type Placed = {
  localityId: string | null;
  regionId: string | null;
  placePrecision: PlacePrecision;
  site?: Texts | null;
};

/** What the views of the reading pages format with: one record, one language, each place's own clock. */
export type ReadingContext = ReturnType<typeof readingContext>;

/** `kept` is the record as it is kept, where `record` is a reading of it through a lens. */
export function readingContext(record: WaveRecord, words: ReadingWords, kept: WaveRecord = record) {
  const { locale } = words;
  const year = record.wave.firstDay.slice(0, 4);
  const base = `/${locale}/waves/${record.wave.slug}`;
  const lens = record.lens ?? NO_LENS;
  const zone = (regionId: string | null) => zoneOf(record, regionId);
  const otherZones = [...new Set(record.regions.map(({ timeZone }) => timeZone))];
  const clock = (regionId: string | null) => ({ locale, timeZone: zone(regionId), words: words.moment, otherZones });
  return {
    record,
    kept,
    lens,
    locale,
    t: words.page,
    zone,
    text: (texts: Texts | null | undefined) => plainText(texts, locale),
    number: (value: number) => formatNumber(value, locale),
    ...amountsThrough(lens, locale, words.quantity),
    /** With its year where that is not the wave's: a workforce's size may be ten years old. */
    moment: (moment: Moment, regionId: string | null) =>
      formatMoment(moment, { ...clock(regionId), withYear: localYear(moment.earliest, zone(regionId)) !== year }),
    period: (period: Period, regionId: string | null) => formatPeriod(period, clock(regionId)),
    day: (at: number, regionId: string | null) => formatDay(at, locale, zone(regionId)),
    fullDay: (at: number) => formatFullDay(at, locale, record.wave.timeZone),
    date: (date: string) => formatDate(date, locale),
    waveDays: () => formatDates(record.wave.firstDay, record.wave.lastDay, locale),
    list: (items: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
    actionTitle: (action: ActionRow) => actionLabel(action, record, locale, words.action),
    actionKind: (action: ActionRow) => actionKindLabel(action, words.action),
    country: words.action("country"),
    place: (placed: Placed) => placeLabel(placed, record, locale, words.action),
    /** A page of the wave as it is read now but for what is changed. */
    through: (change: Partial<Lens>, path: string) => withQuery(`${base}${path}`, lensQuery({ ...lens, ...change })),
    recordHref: (id: string) => withQuery(`/${locale}/records/${id}`, lensQuery(lens, RECORD_LENS)),
    workforceHref: (slug: string) => withQuery(`/${locale}/workforces/${slug}`, lensQuery(lens)),
    waveHref: (path: string) => withQuery(`${base}${path}`, lensQuery(lens)),
  };
}

/** "1–12 January 2022". */
function formatDates(first: string, last: string, locale: Locale): string {
  const noon = (date: string) => Date.parse(`${date}T12:00Z`);
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(languageTag(locale), options).formatRange(noon(first), noon(last));
}

/** The zone of a region, and the wave's own for what is nationwide. */
export function zoneOf(record: Pick<WaveRecord, "regions" | "wave">, regionId: string | null): string {
  return record.regions.find(({ id }) => id === regionId)?.timeZone ?? record.wave.timeZone;
}
