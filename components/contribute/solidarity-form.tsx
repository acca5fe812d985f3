"use client";
import { useLocale, useTranslations } from "next-intl";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/shared/i18n/locales";
import { EntryFrame, type FrameProps } from "./entry-frame";
import { FormSection } from "./form-section";
import { AmountFields, EndFields, SupporterFields } from "./solidarity-fields";
import { TypedArea, TypedChoice } from "./typed-fields";
import { WhenFields } from "./when-fields";

export type Option = { value: string; label: string };
type SolidarityFormProps = {
  frame: FrameProps;
  country: string;
  countries: Option[];
  kinds: Option[];
  workforces: Option[];
  actions: Option[];
};

/** One page, top to bottom as one thinks of it: how, who, for whom, what was said or done, when, where it stands. */
export function SolidarityForm({ frame, country, countries, kinds, workforces, actions }: SolidarityFormProps) {
  const t = useTranslations("entries");
  const given = { fromCountry: country, textLanguage: useLocale() };
  return (
    <EntryFrame frame={frame} aria={t("solidarity.aria")} recordKind="solidarity" given={given}>
      {(form) => (
        <>
          <FormSection title={t("solidarity.how")}>
            <TypedChoice tools={form} name="solidarityKind" label={t("fields.solidarityKind")} options={kinds} />
          </FormSection>
          <FormSection title={t("solidarity.who")}>
            <SupporterFields tools={form} workforces={workforces} countries={countries} />
          </FormSection>
          <FormSection title={t("solidarity.ends")}>
            <EndFields tools={form} actions={actions} />
          </FormSection>
          <FormSection title={t("solidarity.act")}>
            <TypedArea tools={form} name="text" label={t("fields.text")} hint={t("hints.text")} />
            <TypedChoice
              tools={form}
              name="textLanguage"
              label={t("fields.textLanguage")}
              withEmpty={false}
              options={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            />
            <AmountFields tools={form} />
          </FormSection>
          <FormSection title={t("form.when")}>
            <WhenFields tools={form} possible={frame.possibleInWords} untilToday={false} />
          </FormSection>
        </>
      )}
    </EntryFrame>
  );
}
