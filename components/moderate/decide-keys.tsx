"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useHasScript } from "@/components/contribute/use-entry-form";
import type { DecisionVerb } from "@/lib/features/entries/view/rows";
import { actOfKey, type KeyAct, takesLetters, VERB_KEYS } from "./review-keys";

/** Whether there is another entry of the queue on either side. */
export type Steps = { next: boolean; previous: boolean };
type Props = { verbs: readonly DecisionVerb[]; steps: Steps; form: RefObject<HTMLFormElement | null> };

/** Of no form: sending one sets its boxes back as they first were, and this one says what holds. */
const OF_NO_FORM = "no-form";

type Chosen = DecisionVerb | "none" | null;

/**
 * Deciding by keyboard. Single keys are off until their reader turns them on, and only in this tab, so that nobody who
 * speaks to a browser or leans on a key decides by accident; whatever they do, a button or link of the page does too.
 */
export function DecideKeys({ verbs, steps, form }: Props) {
  const t = useTranslations("weighing.keys");
  const decide = useTranslations("entries.decide");
  const list = useRef<HTMLDetailsElement>(null);
  const [chosen, setChosen] = useState<Chosen>(null);
  const hasScript = useHasScript();
  const isOn = useSyncExternalStore(onChange, readIsOn, () => false);
  useEffect(() => {
    const act = (asked: KeyAct) => {
      if (asked === "help") toggleList(list.current);
      else if (asked === "next" || asked === "previous") document.getElementById(`${asked}-entry`)?.click();
      else {
        if (asked !== "reason") setChosen(asked.verb);
        form.current?.querySelector("textarea")?.focus();
      }
    };
    const press = (event: KeyboardEvent) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event, form.current, chosen, setChosen);
      else if (event.key === "Escape") leaveReason(event.target, form.current);
      else if (isOn) onlyHere(event, verbs, act);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOn, verbs, chosen, form]);
  // Before scripts have come no key does anything, and where nothing can be done none ever will.
  if (!hasScript || (verbs.length === 0 && !steps.next && !steps.previous)) return null;
  const said = chosen === "none" ? t("notChosen") : chosen && t("chosen", { verb: decide(chosen) });
  return (
    <>
      <p role="status" className="mt-3 min-h-6 font-semibold">
        {said}
      </p>
      {/* A phone has no keys to press. */}
      <details ref={list} className="mt-1 [@media(any-pointer:coarse)_and_(not_(any-pointer:fine))]:hidden">
        <summary className="py-2">{t("title")}</summary>
        <label className="inline-flex min-h-11 items-center gap-3">
          <input type="checkbox" form={OF_NO_FORM} checked={isOn} onChange={(event) => keep(event.target.checked)} />
          {t("toggle")}
        </label>
        <p className="mb-2 max-w-prose text-sm text-ink-2">{t("hint")}</p>
        <KeyList verbs={verbs} steps={steps} />
      </details>
    </>
  );
}

/** A single key does what it stands for, unless it is being written into a field. */
function onlyHere(event: KeyboardEvent, verbs: readonly DecisionVerb[], act: (asked: KeyAct) => void): void {
  const asked = takesLetters(event.target as HTMLElement) ? null : actOfKey(event, verbs);
  if (asked === null) return;
  event.preventDefault();
  act(asked);
}

/** Opened from wherever one reads, it comes into sight. */
function toggleList(list: HTMLDetailsElement | null): void {
  if (list === null) return;
  list.open = !list.open;
  if (list.open) list.querySelector("summary")?.focus();
}

function leaveReason(target: EventTarget | null, form: HTMLFormElement | null): void {
  if (target instanceof HTMLTextAreaElement && form?.contains(target)) target.blur();
}

function KeyList({ verbs, steps }: Pick<Props, "verbs" | "steps">) {
  const t = useTranslations("weighing.keys");
  const decide = useTranslations("entries.decide");
  const keys: [string, string][] = [
    ...verbs.map((verb): [string, string] => [VERB_KEYS[verb], decide(verb)]),
    ...(verbs.length > 0 ? [["e", t("reason")] as [string, string]] : []),
    ...(steps.next ? [["j", t("next")] as [string, string]] : []),
    ...(steps.previous ? [["k", t("previous")] as [string, string]] : []),
    ["?", t("help")],
  ];
  return (
    <>
      <dl className="grid max-w-prose grid-cols-[3rem_1fr] gap-y-1">
        {keys.map(([key, what]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-block min-w-6 border border-rule-2 px-1 text-center">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      {verbs.length > 0 ? (
        <>
          <p className="mt-2 text-sm">{t("send")}</p>
          <p className="text-sm">{t("leave")}</p>
        </>
      ) : null}
    </>
  );
}

type Choose = (verb: DecisionVerb | "none") => void;

/** What was chosen goes the way of its button, with everything that is typed; nothing chosen is said. */
function send(event: KeyboardEvent, form: HTMLFormElement | null, chosen: Chosen, choose: Choose) {
  if (form?.querySelector("button[name=verb]") === null) return;
  // In another form of the page it is not meant for this one.
  if (form === null || (event.target instanceof HTMLElement && !isIn(form, event.target))) return;
  event.preventDefault();
  const button = form.querySelector<HTMLButtonElement>(`button[name=verb][value="${chosen}"]`);
  if (button === null) choose("none");
  else form.requestSubmit(button);
}

function isIn(form: HTMLFormElement, target: HTMLElement): boolean {
  return form.contains(target) || target === document.body;
}

const PLACE = "turnout-review-keys";
const listeners = new Set<() => void>();

function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A browser that keeps nothing has them off. */
function readIsOn(): boolean {
  try {
    return sessionStorage.getItem(PLACE) === "on";
  } catch {
    return false;
  }
}

function keep(isOn: boolean): void {
  try {
    sessionStorage.setItem(PLACE, isOn ? "on" : "off");
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}
