"use client";
import { useLocale, useTranslations } from "next-intl";
import { ConfirmField } from "@/components/accounts/confirm-field";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea } from "@/components/ui/field";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { WITHHOLDING_GROUNDS, WITHHOLDING_HOURS, WITHHOLDING_SCOPES } from "@/lib/domain/withholding";
import { placeWithholdingAction } from "@/lib/features/withholdings/actions";
import { FormWrong } from "./form-wrong";
import { ListOfTexts } from "./list-of-texts";
import { useWithholdingForm } from "./use-withholding-form";

type Props = {
  recordId: string;
  parts: { value: string; label: string; texts: readonly string[] }[];
  isPublished: boolean;
};

/** What one moderator may do at once about a published record. */
export function PlaceForm({ recordId, parts, isPublished }: Props) {
  const t = useTranslations("review.place");
  const locale = useLocale();
  const form = useWithholdingForm(placeWithholdingAction);
  const ticked = form.state !== null && !form.state.ok ? [form.state.values.parts ?? []].flat() : [];
  const scopes = WITHHOLDING_SCOPES.filter((scope) => scope === "texts" || isPublished);
  return (
    <form action={form.send} noValidate className="max-w-prose" aria-labelledby={form.idOf("title")}>
      <h2 id={form.idOf("title")} className="mb-2 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-4">{t("lead", { hours: WITHHOLDING_HOURS })}</p>
      <FormWrong form={form} />
      <HiddenFields values={{ locale, recordId }} />
      <SelectField
        id={form.idOf("scope")}
        name="scope"
        label={t("scope")}
        hint={t("scopeHint")}
        error={form.errorOf("scope")}
        defaultValue={form.typed("scope")}
        options={scopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
      />
      <Parts parts={parts} ticked={ticked} problem={form.errorOf("parts")} />
      <SelectField
        id={form.idOf("ground")}
        name="ground"
        label={t("ground")}
        error={form.errorOf("ground")}
        defaultValue={form.typed("ground")}
        options={WITHHOLDING_GROUNDS.map((value) => ({ value, label: t(`grounds.${value}`) }))}
      />
      <TextArea
        id={form.idOf("note")}
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        error={form.errorOf("note")}
        defaultValue={form.typed("note")}
        maxLength={2000}
      />
      <ConfirmField state={form.state} id={form.idOf("secondStepCode")} />
      <Button type="submit" tone="danger" aria-disabled={form.isSending}>
        {t("submit")}
      </Button>
    </form>
  );
}

type PartsProps = { parts: Props["parts"]; ticked: string[]; problem: string | undefined };

function Parts({ parts, ticked, problem }: PartsProps) {
  const t = useTranslations("review.place");
  return (
    <fieldset className="mb-5">
      <legend className="mb-1 font-semibold">{t("parts")}</legend>
      {problem ? <p className="text-bad font-semibold">{problem}</p> : null}
      {parts.map(({ value, label, texts }) => (
        <div key={value} className="mb-2">
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name="parts"
              value={value}
              defaultChecked={ticked.includes(value)}
              aria-describedby={`part-${value}`}
            />
            {label}
          </label>
          <ListOfTexts
            texts={texts}
            id={`part-${value}`}
            className="ms-8 border-s border-rule ps-3 text-sm text-ink-2"
          />
        </div>
      ))}
    </fieldset>
  );
}
