"use client";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useId, useMemo, useSyncExternalStore } from "react";
import { type ActionState, type FormAction, typedText } from "@/lib/shared/action-state";
import { LINE_CUT, orLineCut } from "./line-cut";

/** What every field of a form asks for: an id, what is wrong with it, and what was typed. */
export type FormTools = {
  idOf: (name: string) => string;
  errorOf: (name: string) => string | undefined;
  typed: (name: string) => string;
  /** The sentence for what is wrong, with what this form has to say in it. */
  problem: (key: string) => string;
};
export type EntryForm<T extends object> = FormTools & {
  state: ActionState<T>;
  send: (formData: FormData) => void;
  isSending: boolean;
};

/** One form: its last answer, in the reader's language, and the focus on what went wrong. Works before scripts arrive. */
export function useEntryForm<T extends object>(
  action: FormAction<T>,
  initial: Readonly<Record<string, string>> = {},
  said: Readonly<Record<string, string>> = {},
): EntryForm<T> {
  // The bare action first: it is what a browser without scripts sends the form to.
  const hasScript = useHasScript();
  const sending = useMemo(
    () => (hasScript ? orLineCut(action as FormAction) : (action as FormAction)),
    [hasScript, action],
  );
  const [answered, send, isSending] = useActionState<ActionState, FormData>(sending, null);
  const state = answered as ActionState<T>;
  const problem = useProblemText(said);
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
  return {
    state,
    send,
    isSending,
    idOf,
    errorOf,
    problem,
    typed: (name) => typedText(state, name, initial[name] ?? ""),
  };
}

/** The sentence for a key: of an entry, else of any form, else the general one. */
export function useProblemText(said: Readonly<Record<string, string>> = {}): (key: string) => string {
  const entries = useTranslations("entries.problems");
  const general = useTranslations("accounts.errors");
  const outbox = useTranslations("outbox");
  const evidence = useTranslations("evidence.problems");
  return (key) => {
    if (evidence.has(key as "photograph_moves")) return evidence(key as "photograph_moves");
    if (key === LINE_CUT) return outbox(key);
    if (entries.has(key as "too_long")) return entries(key as "too_long", said as Record<string, never>);
    return general.has(key as "invalid") ? general(key as "invalid") : general("invalid");
  };
}

const never = () => () => undefined;

/** False on the server and in a browser without scripts: there every field must be in sight. */
export function useHasScript(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
