"use client";
import { useTranslations } from "next-intl";
import { EntryProblem } from "@/components/contribute/entry-problem";
import { useEntryForm } from "@/components/contribute/use-entry-form";
import { Button } from "@/components/ui/button";
import { HOLD_MINUTES } from "@/lib/domain/hold";
import { type HoldAnswer, holdEntryAction, releaseEntryAction } from "@/lib/features/entries/actions/conversation";
import type { HoldView } from "@/lib/features/entries/view/thread";
import { formatUtcMinute } from "@/lib/shared/format/day";

/** Who is at the entry, and the buttons to say that one is or is no longer. Deciding on what another is at is warned of. */
export function HoldBox({ hold }: { hold: HoldView }) {
  const t = useTranslations("queue.hold");
  const { who, since, canHold } = hold;
  const handle = hold.handle ?? "";
  if (!canHold && who !== "other") return null;
  return (
    <div className={`mb-6 border-y py-2 ${who === "other" ? "border-danger" : "border-rule"}`}>
      <p className={who === "other" ? "font-semibold" : ""}>
        {since === null ? t("nobody") : t(who, { handle, at: formatUtcMinute(since) })}
      </p>
      {who === "other" ? <p className="text-sm">{t("warning", { handle })}</p> : null}
      {canHold && who !== "other" ? (
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <OneButton action="take" label={t(who === "self" ? "again" : "take")} entryId={hold.entryId} />
          {who === "self" ? <OneButton action="release" label={t("release")} entryId={hold.entryId} /> : null}
          <span className="text-sm text-ink-2">{t("expires", { minutes: HOLD_MINUTES })}</span>
        </div>
      ) : null}
    </div>
  );
}

type One = { action: "take" | "release"; label: string; entryId: string };

function OneButton({ action, label, entryId }: One) {
  const t = useTranslations("queue.hold");
  const form = useEntryForm<HoldAnswer>(action === "take" ? holdEntryAction : releaseEntryAction);
  const lostTo = form.state?.ok ? form.state.heldBy : null;
  return (
    <form action={form.send}>
      <EntryProblem state={form.state} tools={form} />
      {lostTo ? <p role="status">{t("lost", { handle: lostTo })}</p> : null}
      <input type="hidden" name="entryId" value={entryId} />
      <Button type="submit" aria-disabled={form.isSending}>
        {label}
      </Button>
    </form>
  );
}
