import { formatDate, languageTag } from "@/lib/shared/format/day";
import { countryName } from "@/lib/shared/i18n/countries";
import { plainText } from "@/lib/shared/i18n/local-text";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { zonesOfCountry } from "./view/country-zones";
import type { Choice, PreparedCountry, PreparedWave } from "./view/rows";
import { markOf } from "./view/wave-mark";

export type CountryChoice = { value: string; label: string; regionCount: number; hasMap: boolean };

/** Countries by their names in the reader's language: those of which regions are recorded. */
export function countryChoices(countries: readonly PreparedCountry[], locale: Locale): CountryChoice[] {
  return countries
    .map(({ country, regionCount, hasMap }) => ({
      ...{ value: country, label: countryName(country, locale), regionCount, hasMap },
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, languageTag(locale)));
}

export type ZoneChoices = { label: string; options: { value: string; label: string }[] };

/** The zones of each country that a wave can be in, under its name: a wave's clock is one of its country's. */
export function zoneChoices(countries: readonly PreparedCountry[], locale: Locale): ZoneChoices[] {
  return countries
    .map(({ country, timeZones }) => ({
      label: countryName(country, locale),
      options: zonesOfCountry(country, timeZones).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, languageTag(locale)));
}

export type WaveLine = Pick<PreparedWave, "id" | "code" | "state" | "synthetic"> & {
  name: string;
  country: string;
  days: { first: string; last: string | null };
  /** Its public page; null while it is a draft. */
  href: string | null;
};

export function waveLines(waves: readonly PreparedWave[], locale: Locale): WaveLine[] {
  return waves.map(({ id, code, state, synthetic, names, country, firstDay, lastDay, slug }) => ({
    ...{ id, code, state, synthetic, name: plainText(names, locale), country: countryName(country, locale) },
    days: { first: formatDate(firstDay, locale), last: lastDay === null ? null : formatDate(lastDay, locale) },
    href: state === "draft" ? null : `/${locale}/waves/${slug}`,
  }));
}

/** What the form of a wave shows before anything is typed. */
export function typedFrame(wave: PreparedWave): Record<string, string> {
  const { names, summary, firstDay, lastDay } = wave;
  return {
    ...Object.fromEntries(
      LOCALES.flatMap((locale) => [
        [`name_${locale}`, names[locale] ?? ""],
        [`summary_${locale}`, summary[locale] ?? ""],
      ]),
    ),
    ...{ waveId: wave.id, seen: markOf(wave), firstDay, lastDay: lastDay ?? "" },
  };
}

/** Languages in which readers are shown another one's name of the wave. */
export function languagesWithout({ names }: Pick<PreparedWave, "names">): Locale[] {
  return LOCALES.filter((locale) => !names[locale]);
}

/** By name in the reader's alphabet, each with its id, since names can be alike. */
export function optionsOf(choices: readonly Choice[], locale: Locale): { value: string; label: string }[] {
  return choices
    .map(({ id, names }) => ({ value: id, label: `${plainText(names, locale)} (${id})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, languageTag(locale)));
}
