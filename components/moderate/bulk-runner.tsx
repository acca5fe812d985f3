"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ConfirmField } from "@/components/accounts/confirm-field";
import { EntryProblem } from "@/components/contribute/entry-problem";
import { useEntryForm, useHasScript } from "@/components/contribute/use-entry-form";
import { Button } from "@/components/ui/button";
import { type BulkAnswer, runBulkAction, stopBulkAction } from "@/lib/features/entries/actions/bulk";
import type { BulkState } from "@/lib/features/entries/view/bulk";

type Props = { bulkId: string; state: BulkState; left: number };

/** How often an open page reads how far it is. */
const READ_MS = 2000;

/**
 * Begins, goes on with and stops a bulk decision. Once begun the server goes on with it, whether the page is open or not;
 * with scripts the page says by itself how far it is, without them whenever it is read again.
 */
export function BulkRunner({ bulkId, state, left }: Props) {
  const t = useTranslations("queue.bulk");
  const hasScript = useHasScript();
  const router = useRouter();
  const run = useEntryForm<BulkAnswer>(runBulkAction);
  const stop = useEntryForm<BulkAnswer>(stopBulkAction);
  const isRunning = state === "running";
  useEffect(() => {
    if (!isRunning) return;
    const reading = setInterval(() => router.refresh(), READ_MS);
    return () => clearInterval(reading);
  }, [isRunning, router]);
  const isOver = left === 0 || state === "done";
  return (
    <div className="my-4 flex flex-wrap items-start gap-4">
      <form action={run.send}>
        <EntryProblem state={run.state} tools={run} />
        <input type="hidden" name="bulkId" value={bulkId} />
        {hasScript ? <input type="hidden" name="pace" value="short" /> : null}
        {isOver || isRunning ? null : (
          <>
            <ConfirmField state={run.state} id={run.idOf("secondStepCode")} />
            <Button type="submit" tone="strong" aria-disabled={run.isSending}>
              {t(state === "prepared" ? "run" : "goOnRun", { count: left })}
            </Button>
          </>
        )}
      </form>
      {isRunning && !isOver ? (
        <form action={stop.send}>
          <EntryProblem state={stop.state} tools={stop} />
          <input type="hidden" name="bulkId" value={bulkId} />
          <p className="mb-3 max-w-prose">{t("goesOn")}</p>
          <Button type="submit">{t("stop")}</Button>
        </form>
      ) : null}
    </div>
  );
}
