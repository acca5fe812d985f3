"use client";
import { useTranslations } from "next-intl";
import { useMemo, useSyncExternalStore } from "react";
import { type SentForm, useSentForm } from "@/components/forms/use-sent-form";
import type { FormAction } from "@/lib/shared/action-state";
import { LINE_CUT, orLineCut } from "./line-cut";

/** What every field of a form asks for: an id, what is wrong with it, and what was typed. */
export type FormTools = Pick<SentForm<object>, "refused" | "idOf" | "errorOf" | "typed"> & {
  /** The sentence for what is wrong, with what this form has to say in it. */
  problem: (key: string) => string;
};
export type EntryForm<T extends object> = FormTools & SentForm<T>;

type Options = Parameters<typeof useSentForm>[1];
type Further = Pick<Options, "before" | "isOnly"> & {
  said?: Readonly<Record<string, string>>;
  /** What reads the form before it is sent, where scripts run. */
  reading?: (action: FormAction) => FormAction;
};

/** One form: its last answer, in the reader's language, and the focus on what went wrong. Works before scripts arrive. */
export function useEntryForm<T extends object>(
  action: FormAction<T>,
  initial: Readonly<Record<string, string>> = {},
  { said, reading, ...further }: Further = {},
): EntryForm<T> {
  // The bare action first: it is what a browser without scripts sends the form to.
  const hasScript = useHasScript();
  const sending = useMemo(() => {
    const bare = action as FormAction;
    return hasScript ? orLineCut(reading ? reading(bare) : bare) : bare;
  }, [hasScript, reading, action]);
  const problem = useProblemText(said);
  return { ...useSentForm(sending as FormAction<T>, { problem, initial, ...further }), problem };
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
    if (outbox.has(`because.${key}` as "because.too_large")) return outbox(`because.${key}` as "because.too_large");
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
