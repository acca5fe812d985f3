"use client";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { confirmWithholdingAction, liftWithholdingAction } from "@/lib/features/withholdings/actions";
import { useWithholdingForm } from "./use-withholding-form";

type Props = { recordId: string; id: string };

/** The two ways a withholding ends: a second moderator confirms it, or any moderator puts everything back. */
export function EndForms(props: Props) {
  return (
    <div className="grid max-w-prose gap-6">
      <ConfirmForm {...props} />
      <LiftForm {...props} />
    </div>
  );
}

function ConfirmForm({ recordId, id }: Props) {
  const t = useTranslations("review.place");
  const form = useWithholdingForm(confirmWithholdingAction);
  return (
    <form action={form.send}>
      {form.wrong ? (
        <Notice tone="problem" id={form.idOf("problem")}>
          {form.wrong}
        </Notice>
      ) : null}
      <Ids recordId={recordId} id={id} />
      <Button type="submit" tone="danger" aria-disabled={form.isSending}>
        {t("confirm")}
      </Button>
    </form>
  );
}

function LiftForm({ recordId, id }: Props) {
  const t = useTranslations("review.place");
  const form = useWithholdingForm(liftWithholdingAction);
  return (
    <form action={form.send} noValidate>
      {form.wrong ? (
        <Notice tone="problem" id={form.idOf("problem")}>
          {form.wrong}
        </Notice>
      ) : null}
      <Ids recordId={recordId} id={id} />
      <TextArea
        id={form.idOf("reason")}
        name="reason"
        label={t("liftReason")}
        error={form.errorOf("reason")}
        defaultValue={form.typed("reason")}
        maxLength={2000}
      />
      <Button type="submit" tone="plain" aria-disabled={form.isSending}>
        {t("lift")}
      </Button>
    </form>
  );
}

function Ids({ recordId, id }: Props) {
  const locale = useLocale();
  return Object.entries({ locale, recordId, id }).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
