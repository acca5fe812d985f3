"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { EntryWarning } from "@/lib/domain/entry-warnings";
import { warnRecordAction } from "@/lib/features/entries/actions";
import { WarningList } from "./warning-list";

const PAUSE_MS = 800;

/** What stands out, asked for whenever somebody stops typing. Without a line, or when it fails, the last answer stays. */
export function useTypedWarnings(): { warnings: EntryWarning[] | null; onInput: (form: HTMLFormElement) => void } {
  const [warnings, setWarnings] = useState<EntryWarning[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = async (form: HTMLFormElement) => {
    asked.current += 1;
    const turn = asked.current;
    const sent = new FormData();
    // Photographs are sent once, with the entry.
    for (const [name, value] of new FormData(form)) if (typeof value === "string") sent.append(name, value);
    sent.set("intent", "check");
    const answer = await warnRecordAction(null, sent).catch(() => null);
    // Only the answer to what was typed last counts.
    if (turn === asked.current && answer?.ok) setWarnings(answer.warnings);
  };
  const onInput = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void ask(form), PAUSE_MS);
  };
  return { warnings, onInput };
}

/** Said politely when it changes; nothing to say is nothing shown. Far below what is typed, the foot of the window leads there; where there is room it stands beside. */
export function TypedWarnings({ warnings, id }: { warnings: readonly EntryWarning[] | null; id: string }) {
  const t = useTranslations("contribute.warnings");
  const desk = useTranslations("desk");
  const box = useRef<HTMLDivElement>(null);
  const count = warnings?.length ?? 0;
  const isInSight = useInSight(box, count > 0);
  return (
    <div
      ref={box}
      aria-live="polite"
      className="max-w-prose xl:sticky xl:top-6 xl:col-start-2 xl:row-start-2 xl:self-start"
    >
      {count > 0 && !isInSight ? (
        <p className="fixed inset-x-0 bottom-0 z-10 border-t border-ink bg-paper px-4 py-2 text-center">
          <a href={`#${id}`} className="inline-block py-1 font-semibold">
            {t("below", { count })}
          </a>
        </p>
      ) : null}
      {count === 0 ? <p className="mb-5 hidden text-sm text-ink-2 xl:block">{desk("besideWarnings")}</p> : null}
      {warnings !== null && count > 0 ? (
        <div id={id} tabIndex={-1} className="mb-5 border-s-4 border-rule-2 bg-paper-2 px-4 py-3">
          <p className="font-semibold">{t("title")}</p>
          <WarningList warnings={warnings} inForm />
        </div>
      ) : null}
    </div>
  );
}

/** Whether a part of the page can be seen just now; asked only while there is something in it. */
function useInSight(part: RefObject<Element | null>, isAsked: boolean): boolean {
  const [isInSight, setInSight] = useState(true);
  useEffect(() => {
    if (!isAsked || part.current === null) return undefined;
    const watching = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? true));
    watching.observe(part.current);
    return () => watching.disconnect();
  }, [part, isAsked]);
  return isInSight;
}
