import { getLocale, getTranslations } from "next-intl/server";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { type ActionWords, actionLabel } from "@/lib/features/actions/view";
import { SOLIDARITY_KINDS } from "@/lib/features/entries/schema/choices";
import { zoneOf } from "@/lib/features/entries/view/form-choices";
import { allCountries } from "@/lib/shared/i18n/countries";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { FrameProps } from "./entry-frame";
import { entryWords } from "./entry-words";
import { frameOf } from "./frame-of";
import { SolidarityForm } from "./solidarity-form";

type Props = Pick<FrameProps, "of" | "initial" | "canSave"> & { record: WaveRecord };

/** The form of an act of support for a wave, with what of it is on record to choose from. */
export async function SolidarityFormFor({ record, ...form }: Props) {
  const locale = (await getLocale()) as Locale;
  const kinds = await getTranslations("pages.solidarity");
  const words = await entryWords(locale);
  const actionWords = (await getTranslations("pages.action")) as unknown as ActionWords;
  const inForce = <T extends { state: string }>(rows: readonly T[]) =>
    rows.filter(({ state }) => state === "published");
  const actions = inForce(record.actions).toSorted((a, b) => a.period.start.earliest - b.period.start.earliest);
  return (
    <SolidarityForm
      frame={{ ...form, ...frameOf(record, locale) }}
      country={record.wave.country}
      countries={allCountries(locale)}
      kinds={SOLIDARITY_KINDS.map((value) => ({ value, label: kinds(value) }))}
      workforces={inForce(record.workforces).map(({ id, names }) => ({ value: id, label: plainText(names, locale) }))}
      actions={actions.map((action) => ({
        value: action.id,
        label: `${actionLabel(action, record, locale, actionWords)}, ${words.moment(action.period.start, record, zoneOf(record, action))} (${action.id})`,
      }))}
    />
  );
}
