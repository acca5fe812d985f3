import { getTranslations } from "next-intl/server";
import type { Moment } from "@/lib/domain/moment";
import type { Quantity } from "@/lib/domain/quantity";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { formatDayTime, localDate } from "@/lib/shared/format/day";
import { formatMoment, type MomentWords } from "@/lib/shared/format/moment";
import { formatQuantity, type QuantityWords } from "@/lib/shared/format/quantity";
import type { Locale } from "@/lib/shared/i18n/locales";

export type EntryWords = {
  quantity: (quantity: Pick<Quantity, "lower" | "upper" | "unit" | "approximate" | "unknown">) => string;
  /** With its year where it is not the wave's own, or always where asked. */
  moment: (moment: Moment, record: WaveRecord, timeZone?: string, withYear?: boolean) => string;
  /** When, as somebody typed it and with its year, on the clock of UTC. */
  typed: (moment: Moment) => string;
  /** When somebody here did something: in UTC, for nobody's place is known. */
  at: (epoch: number) => string;
};

/** How the pages of entries say quantities and moments, in the reader's language. */
export async function entryWords(locale: Locale): Promise<EntryWords> {
  const quantityWords = (await getTranslations({ locale, namespace: "site.quantity" })) as unknown as QuantityWords;
  const momentWords = (await getTranslations({ locale, namespace: "site.moment" })) as unknown as MomentWords;
  return {
    quantity: (quantity) => formatQuantity(quantity, locale, quantityWords),
    moment: (moment, { wave, regions }, timeZone = wave.timeZone, withYear = isOfAnotherYear(moment, wave)) => {
      const otherZones = regions.map((one) => one.timeZone);
      return formatMoment(moment, { locale, timeZone, words: momentWords, otherZones, withYear });
    },
    typed: (moment) => formatMoment(moment, { locale, timeZone: "UTC", words: momentWords, withYear: true }),
    at: (epoch) => `${formatDayTime(epoch, locale, "UTC")} UTC`,
  };
}

function isOfAnotherYear(moment: Moment, { firstDay, lastDay, timeZone }: WaveRecord["wave"]): boolean {
  if (moment.precision === "none") return false;
  const year = localDate(moment.earliest, timeZone).slice(0, 4);
  return year < firstDay.slice(0, 4) || year > lastDay.slice(0, 4);
}
