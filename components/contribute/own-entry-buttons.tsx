"use client";
import { useTranslations } from "next-intl";
import { AskedOnce } from "@/components/ui/asked-once";
import { Button } from "@/components/ui/button";
import { submitEntryAction, withdrawEntryAction } from "@/lib/features/entries/actions";
import { EntryProblem } from "./entry-problem";
import { useEntryForm } from "./use-entry-form";

type Props = { entryId: string; version: number; canSubmit: boolean; canWithdraw: boolean };

export function OwnEntryButtons({ entryId, version, canSubmit, canWithdraw }: Props) {
  return (
    <div className="mb-8 flex flex-wrap items-start gap-6">
      {canSubmit ? <OneButton verb="submit" entryId={entryId} version={version} /> : null}
      {canWithdraw ? <OneButton verb="withdraw" entryId={entryId} version={version} /> : null}
    </div>
  );
}

type One = Pick<Props, "entryId" | "version"> & { verb: "submit" | "withdraw" };

function OneButton({ verb, entryId, version }: One) {
  const t = useTranslations("entries.entry");
  const form = useEntryForm<object>(verb === "submit" ? submitEntryAction : withdrawEntryAction);
  return (
    <form action={form.send}>
      <EntryProblem state={form.state} tools={form} />
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="seenVersion" value={version} />
      {verb === "submit" ? (
        <Button type="submit" tone="strong">
          {t("submit")}
        </Button>
      ) : (
        <AskedOnce label={t("withdraw")}>
          <p className="mb-2">{t("withdrawHint")}</p>
          <Button type="submit" tone="danger">
            {t("withdrawSure")}
          </Button>
        </AskedOnce>
      )}
    </form>
  );
}
