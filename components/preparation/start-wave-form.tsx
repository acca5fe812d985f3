"use client";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { startWaveAction } from "@/lib/features/preparation/actions";
import type { CountryChoice, ZoneChoices } from "@/lib/features/preparation/view";
import { PreparationProblem } from "./form-problem";
import { InEachLanguage, TypedChoice, TypedFlag, TypedText, useFieldLabel } from "./typed-fields";
import { usePreparationForm } from "./use-preparation-form";

type Props = { countries: CountryChoice[]; zones: ZoneChoices[] };

/** Everything a wave needs to exist as a draft. */
export function StartWaveForm({ countries, zones }: Props) {
  const t = useTranslations("preparation");
  const locale = useLocale();
  const form = usePreparationForm(startWaveAction);
  const labelOf = useFieldLabel();
  const { state } = form;
  const countryOptions = countries.map(({ value, label, regionCount, hasMap }) => ({
    value,
    label: t("start.regions", { label, count: regionCount, map: hasMap ? "yes" : "no" }),
  }));
  return (
    <form action={form.send} noValidate aria-label={t("start.title")}>
      <PreparationProblem form={form} labelOf={labelOf} />
      {state?.ok ? (
        <Notice tone="done">
          {t("start.started")} <a href={`/${locale}/admin/waves/${state.said.waveId}`}>{t("start.open")}</a>
        </Notice>
      ) : null}
      <input type="hidden" name="locale" value={locale} />
      <TypedChoice
        form={form}
        name="country"
        label={t("fields.country")}
        empty={t("start.choose")}
        options={countryOptions}
      />
      <InEachLanguage form={form} name="name" />
      <TypedText form={form} name="slug" label={t("fields.slug")} hint={t("hints.slug")} autoComplete="off" />
      <WaveDays form={form} />
      <TypedChoice form={form} name="timeZone" label={t("fields.timeZone")} empty={t("start.choose")} options={zones} />
      <InEachLanguage form={form} name="summary" area />
      <TypedFlag form={form} name="synthetic" label={t("fields.synthetic")} />
      <Button type="submit" tone="strong">
        {t("start.submit")}
      </Button>
    </form>
  );
}

/** From when to when; without an end it goes on. */
export function WaveDays({ form }: { form: Parameters<typeof TypedText>[0]["form"] }) {
  const t = useTranslations("preparation");
  return (
    <>
      <TypedText form={form} name="firstDay" label={t("fields.firstDay")} hint={t("hints.day")} inputMode="numeric" />
      <TypedText form={form} name="lastDay" label={t("fields.lastDay")} hint={t("hints.lastDay")} inputMode="numeric" />
    </>
  );
}
