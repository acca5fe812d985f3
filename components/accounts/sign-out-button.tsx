"use client";
import { useLocale, useTranslations } from "next-intl";
import { signOutAction } from "@/lib/features/accounts/actions/sign-in";
import { OneButtonForm } from "./one-button-form";

export function SignOutButton() {
  const t = useTranslations("accounts.account");
  return <OneButtonForm action={signOutAction} values={{ locale: useLocale() }} label={t("signOut")} />;
}
