"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { repairRowsAction } from "@/lib/features/imports/actions";
import type { Letters } from "@/lib/features/imports/view/letters";
import type { ActionState } from "@/lib/shared/action-state";
import { EncodingField, FileField, LettersField } from "./file-fields";
import { ImportForm } from "./import-form";

type Props = { batchId: string; locale: string; megabytes: number; label: string };

/** The corrected file. How its letters are written is asked openly, with samples of it, once it cannot be told. */
export function RepairFields({ batchId, locale, megabytes, label }: Props) {
  const t = useTranslations("imports");
  return (
    <ImportForm action={repairRowsAction} label={label} megabytes={megabytes}>
      {(state) => (
        <>
          <HiddenFields values={{ locale, batchId }} />
          <FileField label={t("repair.file")} />
          <HowItIsWritten state={state} />
          <Button type="submit">{t("repair.send")}</Button>
        </>
      )}
    </ImportForm>
  );
}

function HowItIsWritten({ state }: { state: ActionState }) {
  const t = useTranslations("imports");
  const { letters = [] } = ((state && !state.ok && state.told) || {}) as { letters?: Letters };
  if (letters.length > 0)
    return (
      <>
        <LettersField letters={letters} legend={t("letters.title")} />
        <noscript>
          <p className="mb-5">{t("repair.chooseAgain")}</p>
        </noscript>
      </>
    );
  return (
    <details className="mb-5">
      <summary className="min-h-11 py-2">{t("repair.otherLetters")}</summary>
      <EncodingField state={state} />
    </details>
  );
}
