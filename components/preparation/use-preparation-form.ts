"use client";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useId } from "react";
import { type ActionState, type FormAction, typedText } from "@/lib/shared/action-state";

export type PreparationForm<T extends object> = {
  state: ActionState<T>;
  send: (formData: FormData) => void;
  errorOf: (name: string) => string | undefined;
  idOf: (name: string) => string;
  /** What was typed, else what the form began with. */
  typed: (name: string) => string;
};

/** One form: its last answer in the reader's language, and the focus on what went wrong. Works before scripts arrive. */
export function usePreparationForm<T extends object>(
  action: FormAction<T>,
  initial: Readonly<Record<string, string>> = {},
): PreparationForm<T> {
  const [answered, send] = useActionState<ActionState, FormData>(action as FormAction, null);
  const state = answered as ActionState<T>;
  const problem = usePreparationProblem();
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
  return { state, send, errorOf, idOf, typed: (name) => typedText(state, name, initial[name] ?? "") };
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
