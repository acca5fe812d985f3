"use client";
import { useTranslations } from "next-intl";
import { ConfirmField } from "@/components/accounts/confirm-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { changeWaveAction } from "@/lib/features/preparation/actions";
import { PreparationProblem } from "./form-problem";
import { WaveDays } from "./start-wave-form";
import { InEachLanguage, useFieldLabel } from "./typed-fields";
import { usePreparationForm } from "./use-preparation-form";

/** What of a wave may still change: its names, what is told of it, and its days. */
export function ChangeWaveForm({ initial }: { initial: Readonly<Record<string, string>> }) {
  const t = useTranslations("preparation");
  const form = usePreparationForm(changeWaveAction, initial);
  const labelOf = useFieldLabel();
  return (
    <form action={form.send} noValidate aria-label={t("one.edit")}>
      <PreparationProblem form={form} labelOf={labelOf} />
      {form.state?.ok ? <Notice tone="done">{t("one.saved")}</Notice> : null}
      <input type="hidden" name="waveId" value={initial.waveId} />
      <input type="hidden" name="seen" value={initial.seen} />
      <InEachLanguage form={form} name="name" />
      <WaveDays form={form} />
      <InEachLanguage form={form} name="summary" area />
      <ConfirmField state={form.state} id={form.idOf("secondStepCode")} />
      <Button type="submit" tone="strong">
        {t("one.save")}
      </Button>
    </form>
  );
}
