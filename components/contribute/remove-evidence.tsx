"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { removeEvidenceAction } from "@/lib/features/entries/actions";
import { EntryProblem } from "./entry-problem";
import { useEntryForm } from "./use-entry-form";

type Props = { entryId: string; evidenceId: string; number: number };

export function RemoveEvidence({ entryId, evidenceId, number }: Props) {
  const t = useTranslations("evidence");
  const form = useEntryForm<object>(removeEvidenceAction);
  return (
    <form action={form.send}>
      <EntryProblem state={form.state} tools={form} />
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="evidenceId" value={evidenceId} />
      <Button type="submit" tone="danger" aria-label={t("removeOne", { number })}>
        {t("remove")}
      </Button>
    </form>
  );
}
