"use client";
import type { Held } from "@/components/forms/held-values";
import { useHeld, useLastingTyping } from "@/components/forms/use-lasting-typing";
import { useMended } from "@/components/forms/use-mended";
import { useTypedSince } from "@/components/forms/use-typed-since";
import type { ActionState, FormAction } from "@/lib/shared/action-state";
import { orProblems } from "./check-here";
import { useEntryForm } from "./use-entry-form";
import { useProblemsHere } from "./use-problems-here";

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
  const form = useEntryForm<T>(action, begun, { said, before, isOnly: true, reading: orProblems });
  const place = useLastingTyping(name, { held, answer: form.state });
  const isMended = useMended(place, form.state);
  const isTypedSince = useTypedSince(place, form.state);
  const here = useProblemsHere(place, form.state);
  const errorOf = (name: string) => {
    const wrong = here[name];
    if (wrong !== undefined) return form.problem(wrong);
    return isMended(name) ? undefined : form.errorOf(name);
  };
  // A box that was unticked is not sent: it does not come back as it was in the beginning.
  const sent = form.state && !form.state.ok ? form.state.values : {};
  const isUnticked = (name: string) => begun[name] === "yes" && Object.keys(sent).length > 0 && !(name in sent);
  const typed = (name: string) => (isUnticked(name) ? "" : form.typed(name));
  const carried = (name: string) => held?.values[name] ?? "";
  const kept = { files: held?.files ?? null, keptAs: held?.kept?.key ?? null };
  return { ...form, errorOf, typed, here, place, carried, isTypedSince, ...kept };
}

/** A box that is not ticked is not among what an outbox keeps. */
function withoutBoxes(initial: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(initial).filter(([, value]) => value !== "yes"));
}

function refusedBefore(held: Held | null): ActionState {
  if (!held?.kept?.because) return null;
  return { ok: false, formError: held.kept.because, fieldErrors: { ...held.kept.fields }, values: {} };
}
