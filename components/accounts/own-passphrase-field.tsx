"use client";
import { useTranslations } from "next-intl";
import type { SentForm } from "@/components/forms/use-sent-form";
import { PassphraseField } from "./passphrase-field";

/** The passphrase of whoever is signed in, where a first second factor is added. */
export function OwnPassphraseField<T extends object>({ form }: { form: SentForm<T> }) {
  const t = useTranslations("security.setUp");
  return (
    <PassphraseField
      id={form.idOf("currentPassphrase")}
      name="currentPassphrase"
      label={t("passphrase")}
      hint={t("passphraseHint")}
      error={form.errorOf("currentPassphrase")}
      autoComplete="current-password"
    />
  );
}
