"use client";
import { useActionState, useEffect, useId } from "react";
import { type ActionState, type FormAction, typedText } from "@/lib/shared/action-state";

export type SentForm<T extends object> = {
  state: ActionState<T>;
  send: (formData: FormData) => void;
  isSending: boolean;
  /** The fields that were refused, by name. */
  refused: readonly string[];
  /** The sentence for a field, when it was refused. */
  errorOf: (name: string) => string | undefined;
  /** An id for a field that no other form of the page has. */
  idOf: (name: string) => string;
  /** What was typed, else what the form began with. */
  typed: (name: string) => string;
};

type Said = {
  problem: (key: string) => string;
  initial?: Readonly<Record<string, string>>;
  /** Why what stands in it was refused before it was opened. */
  before?: ActionState;
  /** The only form of its action on its page: its answer finds it there in whatever language the page is. */
  isOnly?: boolean;
};

/** The address of the page that is open, in whatever language it is. */
const THIS_PAGE = "";

/** One form: its last answer, in the reader's language, and the focus on what went wrong. Works before scripts arrive. */
export function useSentForm<T extends object>(
  action: FormAction<T>,
  { problem, initial = {}, before = null, isOnly }: Said,
): SentForm<T> {
  const at = isOnly ? THIS_PAGE : undefined;
  const [answered, send, isSending] = useActionState<ActionState, FormData>(action as FormAction, before, at);
  const state = answered as ActionState<T>;
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
  const refused = state && !state.ok ? Object.keys(state.fieldErrors) : [];
  const typed = (name: string) => typedText(state, name, initial[name] ?? "");
  return { state, send, isSending, refused, idOf, errorOf, typed };
}
