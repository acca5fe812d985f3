import { getLocale, getTranslations } from "next-intl/server";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type ActionWords, actionLabel } from "@/lib/features/actions/view";
import { SOLIDARITY_KINDS } from "@/lib/features/entries/schema/choices";
import { possibleDates } from "@/lib/features/entries/schema/possible-dates";
import { sourceChoices, zoneOf } from "@/lib/features/entries/view/form-choices";
import { formatDate } from "@/lib/shared/format/day";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import { entryWords } from "./entry-words";
import { SolidarityForm, type SolidarityFormProps } from "./solidarity-form";

type Props = Pick<SolidarityFormProps, "of" | "initial" | "canSave"> & { record: WaveRecord };

/** The form of an act of support for a wave, with what of it is on record to choose from. */
export async function SolidarityFormFor({ record, ...form }: Props) {
  const locale = (await getLocale()) as Locale;
  const kinds = await getTranslations("pages.solidarity");
  const words = await entryWords(locale);
  const actionWords = (await getTranslations("pages.action")) as unknown as ActionWords;
  const possible = possibleDates(record.wave);
  const inForce = <T extends { state: string }>(rows: readonly T[]) =>
    rows.filter(({ state }) => state === "published");
  const actions = inForce(record.actions).toSorted((a, b) => a.period.start.earliest - b.period.start.earliest);
  return (
    <SolidarityForm
      {...form}
      waveId={record.wave.id}
      country={record.wave.country}
      kinds={SOLIDARITY_KINDS.map((value) => ({ value, label: kinds(value) }))}
      workforces={inForce(record.workforces).map(({ id, names }) => ({ value: id, label: plainText(names, locale) }))}
      actions={actions.map((action) => ({
        value: action.id,
        label: `${actionLabel(action, record, locale, actionWords)}, ${words.moment(action.period.start, record, zoneOf(record, action))} (${action.id})`,
      }))}
      knownSources={sourceChoices(record)}
      possible={possible}
      possibleInWords={{ from: formatDate(possible.from, locale), until: formatDate(possible.until, locale) }}
    />
  );
}
