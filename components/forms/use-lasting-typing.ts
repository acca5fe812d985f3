"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type RefObject, useEffect, useRef, useState } from "react";
import { type Held, heldFor, hold, isBegun, letGo, typedIn } from "./held-values";

/** Sent to a form before what stands in it is put elsewhere; whatever is not ready for it prevents that. */
export const KEEPING = "typed-keeping";
/** Sent to a form when what stands in it was put elsewhere: leaving it then loses nothing. */
export const KEPT = "typed-kept";

type Typing = {
  /** What the form took up when it was opened. */
  held: Held | null;
  /** The last answer to it: after a refusal what was sent is still unsent. */
  answer: { ok: boolean } | null;
};

/**
 * What was typed goes along when the language is changed, and the browser asks before a reload or another page loses it.
 * `name` tells the forms of a page apart.
 */
export function useLastingTyping(name: string, { held, answer }: Typing): RefObject<HTMLFormElement | null> {
  const form = useFormHere(name);
  const place = useRef<HTMLFormElement>(null);
  const isUnsent = useRef(held !== null);
  const kept = held?.kept ?? null;
  const { push } = useRouter();
  useEffect(() => {
    if (answer !== null) isUnsent.current = !answer.ok;
  }, [answer]);
  useEffect(() => {
    const here = place.current;
    if (here === null) return undefined;
    letGo(form);
    isUnsent.current ||= isBegun(here);
    const watching = new AbortController();
    const { signal } = watching;
    const say = (typed: boolean) => () => {
      isUnsent.current = typed;
    };
    here.addEventListener("input", say(true), { signal });
    for (const over of ["submit", KEPT]) here.addEventListener(over, say(false), { signal });
    window.addEventListener("beforeunload", (event) => isUnsent.current && event.preventDefault(), { signal });
    const takeAlong = (event: MouseEvent) => {
      const link = isUnsent.current ? languageLinkIn(event) : null;
      if (link === null) return;
      hold(form, { ...typedIn(here), kept });
      if (!event.defaultPrevented) push(link.pathname + link.search);
      event.preventDefault();
    };
    document.addEventListener("click", takeAlong, { signal, capture: true });
    return () => watching.abort();
  }, [form, kept, push]);
  return place;
}

/** What was typed into the same form in another language just before, or came out of the outbox; null for a form that is new. */
export function useHeld(name: string): Held | null {
  const form = useFormHere(name);
  const [held] = useState(() => heldFor(form));
  return held;
}

/** A form by its name and the address of its page without the language. */
export function useFormHere(name: string): string {
  const rest = usePathname().replace(/^\/[^/]+/, "");
  return `${name} ${rest}?${useSearchParams()}`;
}

/** The way to the page in another language, unless it is to open elsewhere. */
function languageLinkIn({ target, button, ctrlKey, metaKey, shiftKey }: MouseEvent): HTMLAnchorElement | null {
  if (button !== 0 || ctrlKey || metaKey || shiftKey) return null;
  return target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-language]") : null;
}
