"use client";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { signInAction } from "@/lib/features/accounts/actions/sign-in";
import { typedText } from "@/lib/shared/action-state";
import { FormProblem } from "./form-problem";
import { PassphraseField } from "./passphrase-field";
import { SuspendedNotice } from "./suspended-notice";
import { useFormAction } from "./use-form-action";

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("accounts");
  const locale = useLocale();
  const form = useFormAction(signInAction);
  const labels = { handle: t("handle"), passphrase: t("passphrase") };
  return (
    <form action={form.send} noValidate>
      <FormProblem form={form} labels={labels} />
      <SuspendedNotice state={form.state} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      <TextField
        id={form.idOf("handle")}
        name="handle"
        label={labels.handle}
        error={form.errorOf("handle")}
        defaultValue={typedText(form.state, "handle")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PassphraseField
        id={form.idOf("passphrase")}
        name="passphrase"
        label={labels.passphrase}
        error={form.errorOf("passphrase")}
        autoComplete="current-password"
      />
      <Button type="submit" tone="strong">
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
