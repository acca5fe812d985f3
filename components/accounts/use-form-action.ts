"use client";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useId } from "react";
import type { ActionState, FormAction } from "@/lib/shared/action-state";

export type SentForm<T extends object> = {
  state: ActionState<T>;
  send: (formData: FormData) => void;
  /** The sentence for a field, when it was refused. */
  errorOf: (name: string) => string | undefined;
  /** An id for a field that no other form of the page has. */
  idOf: (name: string) => string;
};

/** One form: its last answer, in the reader's language, and the focus on what went wrong. Works before scripts arrive. */
export function useFormAction<T extends object>(action: FormAction<T>): SentForm<T> {
  const [answered, send] = useActionState<ActionState, FormData>(action as FormAction, null);
  const state = answered as ActionState<T>;
  const problem = useProblemText();
  const form = useId();
  const idOf = (name: string) => `${form}${name}`;
  const summary = idOf("problem");
  useEffect(() => {
    if (state && !state.ok && state.formError) document.getElementById(summary)?.focus();
  }, [state, summary]);
  const errorOf = (name: string) => {
    const key = state && !state.ok ? state.fieldErrors[name] : undefined;
    return key === undefined ? undefined : problem(key);
  };
  return { state, send, errorOf, idOf };
}

/** The sentence for a key of a problem; a key nobody wrote a sentence for gets the general one. */
export function useProblemText(): (key: string) => string {
  const t = useTranslations("accounts.errors");
  return (key) => (t.has(key as "invalid") ? t(key as "invalid") : t("invalid"));
}
