"use client";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { writeNoteAction } from "@/lib/features/withholdings/actions";
import { FormWrong } from "./form-wrong";
import { useWithholdingForm } from "./use-withholding-form";

export type About = { entryId: string } | { recordId: string };

export function NoteForm({ about }: { about: About }) {
  const t = useTranslations("review.notes");
  const locale = useLocale();
  const form = useWithholdingForm(writeNoteAction);
  return (
    <form action={form.send} noValidate className="max-w-prose">
      <FormWrong form={form} />
      <HiddenFields values={{ locale, ...about, selection: useSearchParams().toString() }} />
      <TextArea
        id={form.idOf("text")}
        name="text"
        label={t("write")}
        error={form.errorOf("text")}
        defaultValue={form.typed("text")}
        maxLength={2000}
      />
      <Button type="submit" tone="plain" aria-disabled={form.isSending}>
        {t("submit")}
      </Button>
    </form>
  );
}
