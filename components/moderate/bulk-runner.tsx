"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ConfirmField } from "@/components/accounts/confirm-field";
import { EntryProblem } from "@/components/contribute/entry-problem";
import { useEntryForm, useHasScript } from "@/components/contribute/use-entry-form";
import { Button } from "@/components/ui/button";
import { type BulkAnswer, runBulkAction, stopBulkAction } from "@/lib/features/entries/actions/bulk";
import type { BulkState } from "@/lib/features/entries/view/bulk";

type Props = { bulkId: string; state: BulkState; left: number };

/**
 * Begins, goes on with and stops a bulk decision. With scripts one answer leads to the next until it is finished or
 * stopped; without them each press goes on for a while, and the page says how far it is.
 */
export function BulkRunner({ bulkId, state, left }: Props) {
  const t = useTranslations("queue.bulk");
  const hasScript = useHasScript();
  const run = useEntryForm<BulkAnswer>(runBulkAction);
  const stop = useEntryForm<BulkAnswer>(stopBulkAction);
  const [goesOn, setGoesOn] = useState(false);
  const runForm = useRef<HTMLFormElement>(null);
  const answered = run.state;
  useEffect(() => {
    if (!goesOn || answered === null) return;
    if (answered.ok && answered.state === "running") runForm.current?.requestSubmit();
    else setGoesOn(false);
  }, [answered, goesOn]);
  const isOver = left === 0 || state === "done";
  return (
    <div className="my-4 flex flex-wrap items-start gap-4">
      <form ref={runForm} action={run.send} onSubmit={() => setGoesOn(true)}>
        <EntryProblem state={run.state} tools={run} />
        <input type="hidden" name="bulkId" value={bulkId} />
        <ConfirmField state={run.state} id={run.idOf("secondStepCode")} />
        {hasScript ? <input type="hidden" name="pace" value="short" /> : null}
        {isOver ? null : (
          <Button type="submit" tone="strong" aria-disabled={run.isSending || goesOn}>
            {t(state === "prepared" ? "run" : "goOnRun", { count: left })}
          </Button>
        )}
      </form>
      {state === "running" && !isOver ? (
        <form action={stop.send} onSubmit={() => setGoesOn(false)}>
          <EntryProblem state={stop.state} tools={stop} />
          <input type="hidden" name="bulkId" value={bulkId} />
          <Button type="submit">{t("stop")}</Button>
        </form>
      ) : null}
    </div>
  );
}
