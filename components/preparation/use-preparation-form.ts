"use client";
import { useTranslations } from "next-intl";
import { type SentForm, useSentForm } from "@/components/forms/use-sent-form";
import type { FormAction } from "@/lib/shared/action-state";

/** A form that prepares waves. */
export function usePreparationForm<T extends object>(
  action: FormAction<T>,
  initial: Readonly<Record<string, string>> = {},
): SentForm<T> {
  return useSentForm(action, { problem: usePreparationProblem(), initial });
}

/** The sentence for a key: of preparing, else of any form, else the general one. */
export function usePreparationProblem(): (key: string) => string {
  const own = useTranslations("preparation.problems");
  const general = useTranslations("accounts.errors");
  return (key) => {
    if (own.has(key as "too_long")) return own(key as "too_long");
    return general.has(key as "invalid") ? general(key as "invalid") : general("invalid");
  };
}
