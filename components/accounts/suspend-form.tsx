"use client";
import { useTranslations } from "next-intl";
import { AskedOnce } from "@/components/ui/asked-once";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { suspendAccountAction } from "@/lib/features/accounts/actions/people";
import { typedText } from "@/lib/shared/action-state";
import { FormProblem } from "./form-problem";
import { useFormAction } from "./use-form-action";

/** Suspending says what it does before it does it, and asks why. */
export function SuspendForm({ userId, handle }: { userId: string; handle: string }) {
  const t = useTranslations("moderate-desk.suspension");
  const people = useTranslations("accounts.people");
  const form = useFormAction(suspendAccountAction);
  const labels = { reason: t("reason"), message: t("message") };
  const label = (
    <>
      {people("suspend")}
      <span className="sr-only">: {handle}</span>
    </>
  );
  return (
    <AskedOnce label={label} isOpen={form.state !== null}>
      <p className="my-2">{t("does")}</p>
      <form action={form.send} noValidate>
        <FormProblem form={form} labels={labels} />
        <HiddenFields values={{ userId }} />
        <TextArea
          id={form.idOf("reason")}
          name="reason"
          label={labels.reason}
          hint={t("reasonHint")}
          error={form.errorOf("reason")}
          defaultValue={typedText(form.state, "reason")}
          rows={2}
          maxLength={1000}
          required
        />
        <TextArea
          id={form.idOf("message")}
          name="message"
          label={labels.message}
          hint={t("messageHint")}
          error={form.errorOf("message")}
          defaultValue={typedText(form.state, "message")}
          rows={2}
          maxLength={1000}
        />
        <Button type="submit" tone="danger" className="mb-2">
          {t("now", { handle })}
        </Button>
      </form>
    </AskedOnce>
  );
}
