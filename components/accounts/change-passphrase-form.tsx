"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { changePassphraseAction } from "@/lib/features/accounts/actions/own-account";
import { FormProblem } from "./form-problem";
import { PassphraseField } from "./passphrase-field";
import { useFormAction } from "./use-form-action";

export function ChangePassphraseForm({ handle, suggestion }: { handle: string; suggestion: string }) {
  const t = useTranslations("accounts");
  const form = useFormAction(changePassphraseAction);
  const labels = { currentPassphrase: t("account.currentPassphrase"), passphrase: t("account.newPassphrase") };
  return (
    <form action={form.send} noValidate>
      <FormProblem form={form} labels={labels} />
      {form.state?.ok ? <Notice tone="done">{t("account.passphraseChanged")}</Notice> : null}
      {/* Only for the browser's password store; who is meant is known from the session. */}
      <input type="text" autoComplete="username" defaultValue={handle} readOnly hidden />
      <PassphraseField
        id={form.idOf("currentPassphrase")}
        name="currentPassphrase"
        label={labels.currentPassphrase}
        error={form.errorOf("currentPassphrase")}
        autoComplete="current-password"
      />
      <p className="mb-5 max-w-prose text-sm">
        {t("account.suggestion")}{" "}
        <span className="font-mono select-all" lang="en">
          {suggestion}
        </span>
      </p>
      <PassphraseField
        id={form.idOf("passphrase")}
        name="passphrase"
        label={labels.passphrase}
        hint={t("passphraseHint")}
        error={form.errorOf("passphrase")}
        autoComplete="new-password"
      />
      <Button type="submit">{t("account.changePassphrase")}</Button>
    </form>
  );
}
