"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { type FormTools, useHasScript } from "@/components/contribute/use-entry-form";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea } from "@/components/ui/field";
import type { TemplateUse } from "@/lib/features/entries/schema/reason-templates";
import { LANGUAGE_NAMES, LOCALES, type Locale } from "@/lib/shared/i18n/locales";

/** A ready reason: its name in the language of the page, its words in every language. */
export type OfferedReason = {
  key: string;
  use: Exclude<TemplateUse, "normal">;
  name: string;
  words: Record<Locale, string>;
};
type Props = {
  templates: readonly OfferedReason[];
  typed: { reason: string; reasonLanguage: string; template: string };
  /** What to know of it where it is not for one entry alone. */
  hint?: string;
  error: string | undefined;
  tools: FormTools;
  /** The buttons it goes with: beside an entry they and the box stay in sight together, whatever is scrolled above. */
  foot?: ReactNode;
};

/** What is to be known of the reason is read above it there: in sight stays only what is filled in and pressed. */
const IN_SIGHT = "lg:sticky lg:bottom-0 lg:border-t lg:border-rule lg:bg-paper lg:pt-2 lg:[&_[id$=-hint]]:hidden";

/**
 * The reason in its language, and ready ones to begin with. One rule with and without scripts: a ready reason that is
 * chosen is used as it stands where the box is empty; a script can put it into the box, to be changed there.
 */
export function ReasonFields({ templates, typed, hint, error, tools, foot }: Props) {
  const t = useTranslations("weighing.reason");
  const decide = useTranslations("entries.decide");
  const hasScript = useHasScript();
  const box = useRef<HTMLDivElement>(null);
  const [isFilled, setFilled] = useState(false);
  const fill = () => setFilled(fillReason(box.current, templates));
  return (
    <div ref={box} className={foot ? "lg:contents" : undefined}>
      <div className="grid max-w-prose items-end gap-x-6 sm:grid-cols-[12rem_1fr] lg:grid-cols-[9rem_1fr]">
        <SelectField
          key={typed.reasonLanguage}
          id={tools.idOf("reasonLanguage")}
          name="reasonLanguage"
          label={t("language")}
          options={LOCALES.map((locale) => ({ value: locale, label: LANGUAGE_NAMES[locale] }))}
          defaultValue={typed.reasonLanguage}
        />
        <SelectField
          key={`template ${typed.template}`}
          id={tools.idOf("template")}
          name="template"
          label={t("template")}
          hint={t("templateHint")}
          error={tools.errorOf("template")}
          options={useOffered(templates)}
          defaultValue={typed.template}
        />
      </div>
      {hasScript && templates.length > 0 ? (
        <p className="mb-5 flex flex-wrap items-center gap-3">
          <Button type="button" onClick={fill}>
            {t("fill")}
          </Button>
          <span role="status" className="text-sm text-ink-2">
            {isFilled ? t("filled") : ""}
          </span>
        </p>
      ) : null}
      {foot ? (
        <p aria-hidden="true" className="mb-3 hidden text-sm text-ink-2 lg:block">
          {hint ?? decide("reasonHint")}
        </p>
      ) : null}
      <div className={foot ? IN_SIGHT : undefined}>
        <TextArea
          id={tools.idOf("reason")}
          name="reason"
          label={decide("reason")}
          hint={hint ?? decide("reasonHint")}
          error={error}
          defaultValue={typed.reason}
          maxLength={2000}
          rows={foot ? 3 : 4}
        />
        {foot}
      </div>
    </div>
  );
}

function useOffered(templates: readonly OfferedReason[]) {
  const t = useTranslations("weighing");
  const uses = [...new Set(templates.map(({ use }) => use))];
  return [
    { value: "", label: t("reason.none") },
    ...uses.map((use) => ({
      label: t(`uses.${use}`),
      options: templates.flatMap((one) => (one.use === use ? [{ value: one.key, label: one.name }] : [])),
    })),
  ];
}

/** Puts the chosen words into the box and the choice back to none, so that what is sent is what stands in the box. */
function fillReason(fields: HTMLElement | null, templates: readonly OfferedReason[]): boolean {
  const choice = fields?.querySelector<HTMLSelectElement>("select[name=template]");
  const language = fields?.querySelector<HTMLSelectElement>("select[name=reasonLanguage]")?.value as Locale;
  const box = fields?.querySelector("textarea");
  const words = templates.find(({ key }) => key === choice?.value)?.words[language];
  if (!choice || !box || words === undefined) return false;
  box.value = box.value.trim() === "" ? words : `${box.value.trim()} ${words}`;
  choice.value = "";
  box.focus();
  return true;
}
