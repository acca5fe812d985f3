"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
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

/** Said politely when it changes; nothing to say is nothing shown. */
export function TypedWarnings({ warnings }: { warnings: readonly EntryWarning[] | null }) {
  const t = useTranslations("contribute.warnings");
  return (
    <div aria-live="polite" className="max-w-prose">
      {warnings !== null && warnings.length > 0 ? (
        <div className="mb-5 border-s-4 border-rule-2 bg-paper-2 px-4 py-3">
          <p className="font-semibold">{t("title")}</p>
          <WarningList warnings={warnings} />
        </div>
      ) : null}
    </div>
  );
}
