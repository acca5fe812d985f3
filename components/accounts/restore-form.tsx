"use client";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { restoreAction } from "@/lib/features/accounts/actions/restore";
import { FormProblem } from "./form-problem";
import { PassphraseField } from "./passphrase-field";
import { useFormAction } from "./use-form-action";

type Props = { token: string; handle: string; suggestion: string };

/** A new passphrase for an administrator who lost the way in. */
export function RestoreForm({ token, handle, suggestion }: Props) {
  const t = useTranslations("accounts");
  const form = useFormAction(restoreAction);
  const labels = { passphrase: t("account.newPassphrase") };
  return (
    <form action={form.send} noValidate>
      <FormProblem form={form} labels={labels} />
      <input type="hidden" name="locale" value={useLocale()} />
      <input type="hidden" name="token" value={token} />
      {/* Only for the browser's password store; who is meant is known from the link. */}
      <input type="text" autoComplete="username" defaultValue={handle} readOnly hidden />
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
      <Button type="submit" tone="strong">
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
