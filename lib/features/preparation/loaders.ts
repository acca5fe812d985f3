import { notFound } from "next/navigation";
import { requireRole } from "@/lib/server/auth";
import type { Locale } from "@/lib/shared/i18n/locales";
import { readCountries, readPreparedWave, readPreparedWaves, readWavePlaces } from "./data";
import { type CountryChoice, countryChoices, type WaveLine, waveLines, type ZoneChoices, zoneChoices } from "./view";
import type { PreparedWave, WavePlaces } from "./view/rows";

export type WavesPage = { waves: WaveLine[]; countries: CountryChoice[]; zones: ZoneChoices[] };

export async function loadWaves(locale: Locale): Promise<WavesPage> {
  await requireRole(locale, "manage_waves", `/${locale}/admin/waves`);
  const countries = await readCountries();
  return {
    waves: waveLines(await readPreparedWaves(), locale),
    countries: countryChoices(countries, locale),
    zones: zoneChoices(countries, locale),
  };
}

export async function loadPreparedWave(
  locale: Locale,
  id: string,
): Promise<{ wave: PreparedWave; places: WavePlaces }> {
  await requireRole(locale, "manage_waves", `/${locale}/admin/waves/${id}`);
  const wave = (await readPreparedWave(id)) ?? notFound();
  return { wave, places: await readWavePlaces(wave) };
}
