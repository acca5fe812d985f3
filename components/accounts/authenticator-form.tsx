"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { setUpAuthenticatorAction } from "@/lib/features/accounts/actions/second-factor";
import { FormProblem } from "./form-problem";
import { OwnPassphraseField } from "./own-passphrase-field";
import { RecoveryCodeList } from "./recovery-codes";
import { useFormAction } from "./use-form-action";

type Props = {
  secret: string;
  /** Where to go on after it. */
  next: string;
  isReplacing: boolean;
  /** Whether it is the first factor of the account, which asks for the passphrase. */
  isFirst: boolean;
  /** The QR code, drawn on the server. */
  children: ReactNode;
};

/**
 * An app for codes: the secret, and its first code as the proof that it arrived. It stands in the same place of the page
 * before and after, since what it answers with, the recovery codes, is shown nowhere else.
 */
export function AuthenticatorForm({ secret, next, isReplacing, isFirst, children }: Props) {
  const t = useTranslations("security.setUp");
  const form = useFormAction(setUpAuthenticatorAction);
  const labels = { code: t("code"), ...(isFirst ? { currentPassphrase: t("passphrase") } : {}) };
  if (form.state?.ok) {
    const { recoveryCodes } = form.state;
    return (
      <>
        <Notice tone="done">{t("done")}</Notice>
        {recoveryCodes.length > 0 ? <RecoveryCodeList codes={recoveryCodes} /> : null}
        <p className="mb-6">
          <a href={next} className="inline-block py-2 font-semibold">
            {t("goOn")}
          </a>
        </p>
      </>
    );
  }
  return (
    <form action={form.send} noValidate>
      <FormProblem form={form} labels={labels} />
      <p className="mb-4 max-w-prose">{t("scan")}</p>
      {children}
      <p className="mb-5 max-w-prose">
        {t("secret")}:{" "}
        <span className="font-mono break-words select-all" translate="no">
          {secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}
        </span>
      </p>
      <TextField
        id={form.idOf("code")}
        name="code"
        label={labels.code}
        error={form.errorOf("code")}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
      />
      {isFirst ? <OwnPassphraseField form={form} /> : null}
      <Button type="submit" tone={isReplacing ? "plain" : "strong"}>
        {t(isReplacing ? "again" : "submit")}
      </Button>
    </form>
  );
}
