"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { editCorrectionAction, saveCorrectionAction } from "@/lib/features/entries/actions/corrections";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/shared/i18n/locales";
import { CorrectionFields, type FormField, isTouched, languagesWith, type Option } from "./correction-fields";
import { EntryProblem } from "./entry-problem";
import { EvidenceField } from "./evidence-field";
import { FoldedPart } from "./folded-part";
import { EnterDoesNothing, FormSection, SendButtons } from "./form-section";
import { LanguageButtons } from "./language-buttons";
import { OfFields } from "./of-fields";
import { SaidHere } from "./said-here";
import { isStarted, SourceFields } from "./source-fields";
import { TypedArea, TypedChoice, TypedFlag } from "./typed-fields";
import type { FormTools } from "./use-entry-form";
import { useLastingForm } from "./use-lasting-form";

export type CorrectionFormProps = {
  /** A new correction is known by the key made with the form, an entry by its id and the version that was read. */
  of: { submissionKey: string } | { entryId: string; seenVersion: string };
  initial: Readonly<Record<string, string>>;
  kind: "correction" | "retraction";
  record: { waveId: string; id: string; revision: number };
  /** The record's own fields as it stands now, by the names of the form. */
  stands: Readonly<Record<string, string>>;
  fields: readonly FormField[];
  citations: { sourceId: string; title: string }[];
  reliabilities: Option[];
  knownSources: { id: string; label: string }[];
  canSave: boolean;
};

/** The record as it stands, to be changed where it is wrong; then why, and what that rests on. */
export function CorrectionForm({ of, initial, kind, record, stands, fields, canSave, ...known }: CorrectionFormProps) {
  const t = useTranslations("corrections.form");
  const locale = useLocale();
  const action = "submissionKey" in of ? saveCorrectionAction : editCorrectionAction;
  const form = useLastingForm<object>(action, "entry", initial);
  const hidden = {
    ...{ locale, kind, waveId: record.waveId, recordId: record.id },
    // What comes back, from another language or out of the outbox too, was made against the revision of that moment.
    baseRevision: form.typed("baseRevision") || String(record.revision),
  };
  return (
    <form ref={form.place} action={form.send} noValidate aria-label={t("aria")}>
      <EnterDoesNothing />
      <EntryProblem state={form.state} tools={form} isTypedSince={form.isTypedSince} />
      <SaidHere problems={form.here} tools={form} />
      <LanguageButtons />
      <OfFields of={of} form={form} />
      <HiddenFields values={hidden} />
      {kind === "correction" ? (
        <FormSection title={t("fields")} id={form.idOf("changes")}>
          <div className="xl:columns-2 xl:gap-x-12">
            <CorrectionFields tools={form} fields={fields} stands={stands} />
          </div>
          <Citations tools={form} stands={stands} citations={known.citations} reliabilities={known.reliabilities} />
        </FormSection>
      ) : null}
      <FormSection title={t("why")}>
        <Why tools={form} kind={kind} known={known.knownSources} />
      </FormSection>
      <EvidenceField tools={form} held={form.files} />
      <SendButtons {...{ canSave, problem: form.problem }} isSending={form.isSending} keptAs={form.keptAs} canCheck />
    </form>
  );
}

type WhyProps = { tools: FormTools; kind: CorrectionFormProps["kind"]; known: CorrectionFormProps["knownSources"] };

/** The reason readers will see, and what it rests on; a source is asked for in full only where one is to be named. */
function Why({ tools, kind, known }: WhyProps) {
  const t = useTranslations("corrections");
  const typed = tools.typed("grounds");
  const [grounds, setGrounds] = useState(typed);
  const isNamed = isStarted(tools, 0) || tools.refused.some((name) => name.startsWith("sources"));
  return (
    <>
      <TypedArea tools={tools} name="reason" label={t("fields.reason")} hint={t("form.reasonHint")} />
      <TypedChoice
        tools={tools}
        name="reasonLanguage"
        label={t("form.reasonLanguage")}
        withEmpty={false}
        options={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      {kind === "correction" ? (
        <TypedChoice
          tools={tools}
          name="grounds"
          label={t("fields.grounds")}
          options={[
            { value: "source", label: t("form.source") },
            { value: "cited", label: t("form.citedItself") },
          ]}
          onChosen={setGrounds}
        />
      ) : null}
      <FoldedPart label={t("form.sourceOptional")} isOpen={isNamed || grounds === "source"}>
        <SourceFields
          tools={tools}
          known={known}
          lead={t(`form.${kind === "retraction" ? "sourceNotNeeded" : "sourceIfNamed"}`)}
        />
      </FoldedPart>
    </>
  );
}

type Cited = Pick<CorrectionFormProps, "citations" | "reliabilities" | "stands"> & { tools: FormTools };

/** The sources the record rests on now: what they say, how far they carry it, and whether they should be cited at all. */
function Citations({ tools, stands, citations, reliabilities }: Cited) {
  const t = useTranslations("corrections");
  if (citations.length === 0) return null;
  const titles = { text: citations.map(({ title }) => title).join("; "), language: null };
  return (
    <FoldedPart label={t("form.cited")} now={titles} isOpen={isTouched("changes.citations", tools, stands)}>
      {citations.map(({ sourceId, title }) => {
        const at = (part: string) => `changes.citations.${sourceId}.${part}`;
        return (
          <fieldset key={sourceId} className="mb-5 border-s-2 border-rule-2 ps-4">
            <legend className="mb-2 text-sm text-ink-2">
              {title} ({sourceId})
            </legend>
            <TypedArea tools={tools} name={at("words")} label={t("parts.words")} />
            <TypedChoice
              tools={tools}
              name={at("wordsLanguage")}
              label={t("parts.wordsLanguage")}
              options={languagesWith(tools.typed(at("wordsLanguage")))}
            />
            <TypedChoice
              tools={tools}
              name={at("reliability")}
              label={t("parts.reliability")}
              options={reliabilities}
            />
            <TypedFlag tools={tools} name={at("contradicts")} label={t("parts.contradicts")} />
            <TypedFlag tools={tools} name={at("remove")} label={t("parts.remove")} />
          </fieldset>
        );
      })}
    </FoldedPart>
  );
}
