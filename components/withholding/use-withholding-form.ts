"use client";
import { useTranslations } from "next-intl";
import { type EntryForm, useEntryForm } from "@/components/contribute/use-entry-form";
import type { FormAction } from "@/lib/shared/action-state";

export type WithholdingForm = EntryForm<object> & { wrong: string | null };

/** A form about a record for moderators, with the sentence for what went wrong with it. */
export function useWithholdingForm(action: FormAction): WithholdingForm {
  const t = useTranslations("review.place.refused");
  const general = useTranslations("accounts.errors");
  const form = useEntryForm<object>(action);
  const say = (key: string) => {
    if (t.has(key as "gone")) return t(key as "gone");
    return general.has(key as "invalid") ? general(key as "invalid") : t("other");
  };
  const { state } = form;
  const failed = state !== null && !state.ok ? state : null;
  const errorOf = (name: string) => {
    const key = failed?.fieldErrors[name];
    return key === undefined ? undefined : say(key);
  };
  return { ...form, errorOf, wrong: failed?.formError ? say(failed.formError) : null };
}
