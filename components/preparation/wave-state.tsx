"use client";
import { useTranslations } from "next-intl";
import { ConfirmField } from "@/components/accounts/confirm-field";
import { Button } from "@/components/ui/button";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { moveWaveAction } from "@/lib/features/preparation/actions";
import type { WaveVerb } from "@/lib/features/preparation/schema";
import { PreparationProblem } from "./form-problem";
import { usePreparationForm } from "./use-preparation-form";

/** The one step that a wave of this state can take. */
const NEXT: Record<"draft" | "live" | "closed", WaveVerb> = { draft: "publish", live: "close", closed: "reopen" };

export function WaveStateForm({ waveId, state }: { waveId: string; state: "draft" | "live" | "closed" }) {
  const t = useTranslations("preparation.one");
  const form = usePreparationForm(moveWaveAction);
  const verb = NEXT[state];
  return (
    <form action={form.send} className="mb-6">
      <PreparationProblem form={form} labelOf={() => null} />
      {state === "draft" ? <p className="mb-3 max-w-prose">{t("draft")}</p> : null}
      <HiddenFields values={{ waveId, verb }} />
      <ConfirmField state={form.state} id={form.idOf("secondStepCode")} />
      <Button type="submit" tone={state === "draft" ? "strong" : "plain"}>
        {t(verb)}
      </Button>
    </form>
  );
}
