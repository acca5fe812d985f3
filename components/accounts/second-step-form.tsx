"use client";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { secondStepAction } from "@/lib/features/accounts/actions/second-factor";
import { FormProblem } from "./form-problem";
import { PasskeyButton } from "./passkey-button";
import { useFormAction } from "./use-form-action";

export function SecondStepForm({ next, byPasskey }: { next: string; byPasskey: boolean }) {
  const t = useTranslations("security.signIn");
  const form = useFormAction(secondStepAction);
  const labels = { code: t("code") };
  return (
    <form action={form.send} noValidate className="mb-8">
      <FormProblem form={form} labels={labels} isSecondStep />
      <input type="hidden" name="locale" value={useLocale()} />
      <input type="hidden" name="next" value={next} />
      {byPasskey ? <PasskeyButton question="confirm" name="passkeyAnswer" state={form.state} /> : null}
      <TextField
        id={form.idOf("code")}
        name="code"
        label={labels.code}
        error={form.errorOf("code")}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Button type="submit" tone="strong">
        {t("submit")}
      </Button>
    </form>
  );
}
