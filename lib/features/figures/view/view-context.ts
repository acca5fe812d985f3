import { NO_LENS } from "@/lib/domain/lens";
import type { Epoch, Moment, Period } from "@/lib/domain/moment";
import type { Texts, WaveRecord } from "@/lib/domain/wave-record";
import { lensQuery, RECORD_LENS } from "@/lib/features/waves/view/asked-lens";
import type { LinkedText } from "@/lib/shared/chart/chart";
import type { TimeAxis } from "@/lib/shared/chart/drawing";
import { daysBetween, formatDay, formatFullDay, formatShortDay } from "@/lib/shared/format/day";
import { formatMoment, formatPeriod, type MomentWords } from "@/lib/shared/format/moment";
import { formatNumber, type QuantityWords } from "@/lib/shared/format/quantity";
import { amountsThrough } from "@/lib/shared/format/silence";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import { withQuery } from "@/lib/shared/search-params";

/** The texts of `charts`, `site.moment` and `site.quantity` in one language. */
export type ChartWords = (key: string, values?: Record<string, string | number>) => string;
export type ViewWords = { locale: Locale; chart: ChartWords; moment: MomentWords; quantity: QuantityWords };

/** Everything a view formats with: one record, one language, the wave's own zone. */
export type ViewContext = ReturnType<typeof viewContext>;

export function viewContext(record: WaveRecord, words: ViewWords) {
  const { locale } = words;
  const { timeZone, slug } = record.wave;
  const lens = record.lens ?? NO_LENS;
  const moments = { locale, timeZone, words: words.moment };
  const [actions, figures] = [byId(record.actions), byId(record.figures)];
  return {
    locale,
    timeZone,
    words: words.chart,
    ...amountsThrough(lens, locale, words.quantity),
    /** Rows with their true instants, for files: a view works in local clocks. */
    trueAction: (id: string) => actions.get(id),
    trueFigure: (id: string) => figures.get(id),
    text: (texts: Texts | null) => plainText(texts, locale),
    number: (value: number) => formatNumber(value, locale),
    moment: (moment: Moment) => formatMoment(moment, moments),
    period: (period: Period) => formatPeriod(period, moments),
    day: (at: Epoch) => formatDay(at, locale, timeZone),
    fullDay: (at: Epoch) => formatFullDay(at, locale, timeZone),
    recordHref: (id: string) => withQuery(`/${locale}/records/${id}`, lensQuery(lens, RECORD_LENS)),
    waveHref: (path: string) => withQuery(`/${locale}/waves/${slug}${path}`, lensQuery(lens)),
    workforceHref: (workforceSlug: string) => withQuery(`/${locale}/workforces/${workforceSlug}`, lensQuery(lens)),
  };
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** The wave's own days, from the first to the last, in its zone; read as known on a day, none after it. */
export function timeAxis(
  { wave, lens }: WaveRecord,
  { locale, timeZone }: Pick<ViewContext, "locale" | "timeZone">,
): TimeAxis {
  const all = daysBetween(wave.firstDay, wave.lastDay, timeZone);
  const days = all.filter(({ date }, index) => index === 0 || date <= (lens?.knownOn ?? date));
  const monthName = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return {
    start: days[0]?.start ?? 0,
    end: days.at(-1)?.end ?? 0,
    days: days.map(({ date, start, end }, index) => ({
      start,
      end,
      label: formatShortDay(start, locale, timeZone),
      number: String(Number(date.slice(8))),
      month: index === 0 || date.endsWith("-01") ? monthName.format(Date.parse(`${date}T00:00Z`)) : null,
    })),
  };
}

export function linked(text: string, href: string | null = null): LinkedText {
  return { text, href };
}

/** A moment for machines, in ISO 8601 with UTC. */
export function isoTime(at: Epoch | null | undefined): string {
  return at === null || at === undefined ? "" : new Date(at).toISOString();
}

export function bareNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
