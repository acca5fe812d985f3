"use client";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { deleteAccountAction } from "@/lib/features/accounts/actions/own-account";
import { FormProblem } from "./form-problem";
import { PassphraseField } from "./passphrase-field";
import { useFormAction } from "./use-form-action";

/** The passphrase is asked for, so that an open browser alone cannot do it. */
export function DeleteAccountForm() {
  const t = useTranslations("security.remove");
  const form = useFormAction(deleteAccountAction);
  const labels = { currentPassphrase: t("passphrase") };
  return (
    <form action={form.send} noValidate>
      <FormProblem form={form} labels={labels} />
      <input type="hidden" name="locale" value={useLocale()} />
      <PassphraseField
        id={form.idOf("currentPassphrase")}
        name="currentPassphrase"
        label={labels.currentPassphrase}
        error={form.errorOf("currentPassphrase")}
        autoComplete="current-password"
      />
      <Button type="submit" tone="danger">
        {t("submit")}
      </Button>
    </form>
  );
}
