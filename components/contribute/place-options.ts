import { getTranslations } from "next-intl/server";
import type { Option, OptionGroup } from "@/components/ui/field";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type PlaceChoices, placeChoices } from "@/lib/features/entries/view/action-place";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";

/** The places of a wave in the reader's language. */
export async function placesIn(record: WaveRecord, locale: Locale): Promise<PlaceChoices> {
  const page = await getTranslations("pages.action");
  return placeChoices(record, { country: page("country"), name: (names) => plainText(names, locale), locale });
}

/** The same as a list to choose from: the country, then regions and localities each under their heading. */
export async function placeOptions(record: WaveRecord, locale: Locale): Promise<(Option | OptionGroup)[]> {
  const [reach, places] = [await getTranslations("charts.reach"), await getTranslations("regions.places")];
  const { country, regions, localities } = await placesIn(record, locale);
  return [country, { label: reach("regions"), options: regions }, { label: places("title"), options: localities }];
}
