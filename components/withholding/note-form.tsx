"use client";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { writeNoteAction } from "@/lib/features/withholdings/actions";
import { useWithholdingForm } from "./use-withholding-form";

export type About = { entryId: string } | { recordId: string };

export function NoteForm({ about }: { about: About }) {
  const t = useTranslations("review.notes");
  const locale = useLocale();
  const form = useWithholdingForm(writeNoteAction);
  return (
    <form action={form.send} noValidate className="max-w-prose">
      {form.wrong ? (
        <Notice tone="problem" id={form.idOf("problem")}>
          {form.wrong}
        </Notice>
      ) : null}
      {Object.entries({ locale, ...about }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
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
