"use client";
import { useLocale, useTranslations } from "next-intl";
import { ConfirmField } from "@/components/accounts/confirm-field";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { HiddenFields } from "@/components/ui/hidden-fields";
import type { Denial } from "@/lib/domain/can";
import { confirmWithholdingAction, liftWithholdingAction } from "@/lib/features/withholdings/actions";
import { FormWrong } from "./form-wrong";
import { useWithholdingForm, type WithholdingForm } from "./use-withholding-form";

type Props = { recordId: string; id: string };
type EndProps = Props & { confirmsNot: Denial | null };

/** The two ways a withholding ends: a second moderator confirms it, or any moderator puts everything back. */
export function EndForms({ confirmsNot, ...props }: EndProps) {
  const t = useTranslations("review.place.refused");
  return (
    <div className="grid max-w-prose gap-6">
      {confirmsNot === null ? (
        <ConfirmForm {...props} />
      ) : (
        <p className="font-semibold">{t(t.has(confirmsNot as "own_entry") ? (confirmsNot as "own_entry") : "other")}</p>
      )}
      <LiftForm {...props} />
    </div>
  );
}

function ConfirmForm({ recordId, id }: Props) {
  const t = useTranslations("review.place");
  const locale = useLocale();
  const form = useWithholdingForm(confirmWithholdingAction);
  return (
    <form action={form.send}>
      <FormWrong form={form} />
      <HiddenFields values={{ locale, recordId, id }} />
      <ReadBox form={form} />
      <ConfirmField state={form.state} id={form.idOf("secondStepCode")} />
      <Button type="submit" tone="danger" aria-disabled={form.isSending}>
        {t("confirm")}
      </Button>
    </form>
  );
}

/** Nobody erases with one press: what goes for good was read before. */
function ReadBox({ form }: { form: WithholdingForm }) {
  const t = useTranslations("review.place");
  const [id, error] = [form.idOf("read"), form.errorOf("read")];
  return (
    <div className="mb-4">
      {error ? (
        <p id={`${id}-error`} className="font-semibold text-danger">
          {error}
        </p>
      ) : null}
      <label htmlFor={id} className="flex min-h-11 items-start gap-3 py-2">
        <input
          id={id}
          type="checkbox"
          name="read"
          value="yes"
          defaultChecked={form.typed("read") === "yes"}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <span>{t("read")}</span>
      </label>
    </div>
  );
}

function LiftForm({ recordId, id }: Props) {
  const t = useTranslations("review.place");
  const locale = useLocale();
  const form = useWithholdingForm(liftWithholdingAction);
  return (
    <form action={form.send} noValidate>
      <FormWrong form={form} />
      <HiddenFields values={{ locale, recordId, id }} />
      <TextArea
        id={form.idOf("reason")}
        name="reason"
        label={t("liftReason")}
        error={form.errorOf("reason")}
        defaultValue={form.typed("reason")}
        maxLength={2000}
      />
      <ConfirmField state={form.state} id={form.idOf("secondStepCode")} />
      <Button type="submit" tone="plain" aria-disabled={form.isSending}>
        {t("lift")}
      </Button>
    </form>
  );
}
