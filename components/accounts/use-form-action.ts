"use client";
import { useTranslations } from "next-intl";
import { type SentForm, useSentForm } from "@/components/forms/use-sent-form";
import type { FormAction } from "@/lib/shared/action-state";

/** A form of accounts. */
export function useFormAction<T extends object>(action: FormAction<T>): SentForm<T> {
  return useSentForm(action, { problem: useProblemText() });
}

/** The sentence for a key of a problem; a key nobody wrote a sentence for gets the general one. */
export function useProblemText(): (key: string) => string {
  const t = useTranslations("accounts.errors");
  return (key) => (t.has(key as "invalid") ? t(key as "invalid") : t("invalid"));
}
