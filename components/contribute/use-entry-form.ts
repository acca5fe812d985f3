"use client";
import { useTranslations } from "next-intl";
import { useMemo, useSyncExternalStore } from "react";
import type { Held } from "@/components/forms/held-values";
import { useHeld, useLastingTyping } from "@/components/forms/use-lasting-typing";
import { useMended } from "@/components/forms/use-mended";
import { type SentForm, useSentForm } from "@/components/forms/use-sent-form";
import type { ActionState, FormAction } from "@/lib/shared/action-state";
import { orProblems } from "./check-here";
import { LINE_CUT, orLineCut } from "./line-cut";
import { useProblemsHere } from "./use-problems-here";

/** What every field of a form asks for: an id, what is wrong with it, and what was typed. */
export type FormTools = Pick<SentForm<object>, "refused" | "idOf" | "errorOf" | "typed"> & {
  /** The sentence for what is wrong, with what this form has to say in it. */
  problem: (key: string) => string;
};
export type EntryForm<T extends object> = FormTools & SentForm<T>;

type Options = Parameters<typeof useSentForm>[1];
type Further = Pick<Options, "before" | "isOnly"> & {
  said?: Readonly<Record<string, string>>;
  /** The form of an entry is read by its schema before it is sent. */
  isEntry?: boolean;
};

/** One form: its last answer, in the reader's language, and the focus on what went wrong. Works before scripts arrive. */
export function useEntryForm<T extends object>(
  action: FormAction<T>,
  initial: Readonly<Record<string, string>> = {},
  { said, isEntry = false, ...further }: Further = {},
): EntryForm<T> {
  // The bare action first: it is what a browser without scripts sends the form to.
  const hasScript = useHasScript();
  const sending = useMemo(() => {
    const bare = action as FormAction;
    return hasScript ? orLineCut(isEntry ? orProblems(bare) : bare) : bare;
  }, [hasScript, isEntry, action]);
  const problem = useProblemText(said);
  return { ...useSentForm(sending as FormAction<T>, { problem, initial, ...further }), problem };
}

/**
 * The same for a form in which much is typed: what was typed goes along into another language, is asked about before it
 * is lost, comes back out of the outbox, and is read as one goes. `name` tells it from other forms of its page; the form takes `place` as its ref.
 */
export function useLastingForm<T extends object>(
  action: FormAction<T>,
  name: string,
  initial: Readonly<Record<string, string>> = {},
  said: Readonly<Record<string, string>> = {},
) {
  const held = useHeld(name);
  const before = refusedBefore(held);
  const begun = { ...(held?.kept ? withoutBoxes(initial) : initial), ...held?.values };
  const form = useEntryForm<T>(action, begun, { said, before, isOnly: true, isEntry: true });
  const place = useLastingTyping(name, { held, answer: form.state });
  const isMended = useMended(place, form.state);
  const here = useProblemsHere(place);
  const errorOf = (name: string) => {
    const wrong = here[name];
    if (wrong !== undefined) return form.problem(wrong);
    return isMended(name) ? undefined : form.errorOf(name);
  };
  const carried = (name: string) => held?.values[name] ?? "";
  return { ...form, errorOf, here, place, carried, files: held?.files ?? null, keptAs: held?.kept?.key ?? null };
}

/** A box that is not ticked is not among what an outbox keeps. */
function withoutBoxes(initial: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(initial).filter(([, value]) => value !== "yes"));
}

function refusedBefore(held: Held | null): ActionState {
  if (!held?.kept?.because) return null;
  return { ok: false, formError: held.kept.because, fieldErrors: { ...held.kept.fields }, values: {} };
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
