"use client";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { ActionState } from "@/lib/shared/action-state";

/** What was written to the owner of a suspended account, for whoever has just shown that it is theirs. */
export function SuspendedNotice({ state }: { state: ActionState }) {
  const t = useTranslations("moderate-desk.suspension");
  if (state === null || state.ok || state.told === undefined || !("suspension" in state.told)) return null;
  return (
    <Notice tone="note" title={t("written")}>
      <blockquote className="whitespace-pre-line border-s-2 border-rule-2 ps-3">
        {String(state.told.suspension)}
      </blockquote>
    </Notice>
  );
}
