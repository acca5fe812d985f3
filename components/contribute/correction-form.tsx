"use client";
import { useLocale, useTranslations } from "next-intl";
import { HiddenFields } from "@/components/ui/hidden-fields";
import { editCorrectionAction, saveCorrectionAction } from "@/lib/features/entries/actions/corrections";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/shared/i18n/locales";
import { CorrectionFields, type FormField, languagesWith, type Option } from "./correction-fields";
import { EntryProblem } from "./entry-problem";
import { EvidenceField } from "./evidence-field";
import { EnterDoesNothing, FormSection, SendButtons } from "./form-section";
import { SourceFields } from "./source-fields";
import { TypedArea, TypedChoice, TypedFlag } from "./typed-fields";
import { type FormTools, useEntryForm } from "./use-entry-form";

export type CorrectionFormProps = {
  /** A new correction is known by the key made with the form, an entry by its id and the version that was read. */
  of: { submissionKey: string } | { entryId: string; seenVersion: string };
  initial: Readonly<Record<string, string>>;
  kind: "correction" | "retraction";
  record: { waveId: string; id: string; revision: number };
  fields: readonly FormField[];
  citations: { sourceId: string; title: string }[];
  reliabilities: Option[];
  knownSources: { id: string; label: string }[];
  canSave: boolean;
};

/** The record as it stands, to be changed where it is wrong; then why, and what that rests on. */
export function CorrectionForm({
  of,
  initial,
  kind,
  record,
  fields,
  citations,
  canSave,
  ...known
}: CorrectionFormProps) {
  const t = useTranslations("corrections.form");
  const locale = useLocale();
  const action = "submissionKey" in of ? saveCorrectionAction : editCorrectionAction;
  const form = useEntryForm<object>(action, initial);
  const hidden = {
    ...{ ...of, locale, kind, waveId: record.waveId, recordId: record.id },
    baseRevision: String(record.revision),
  };
  return (
    <form action={form.send} noValidate aria-label={t("aria")}>
      <EnterDoesNothing />
      <EntryProblem state={form.state} tools={form} />
      <HiddenFields values={hidden} />
      {kind === "correction" ? (
        <FormSection title={t("fields")} id={form.idOf("changes")}>
          <CorrectionFields tools={form} fields={fields} />
          {citations.length > 0 ? (
            <Citations tools={form} citations={citations} reliabilities={known.reliabilities} />
          ) : null}
        </FormSection>
      ) : null}
      <FormSection title={t("why")}>
        <Why tools={form} kind={kind} />
        <p className="mb-3 font-semibold">{t("sourceOptional")}</p>
        <SourceFields
          tools={form}
          known={known.knownSources}
          lead={t(kind === "retraction" ? "sourceNotNeeded" : "sourceIfNamed")}
        />
      </FormSection>
      <EvidenceField tools={form} />
      <SendButtons canSave={canSave} isSending={form.isSending} />
    </form>
  );
}

function Why({ tools, kind }: { tools: FormTools; kind: CorrectionFormProps["kind"] }) {
  const t = useTranslations("corrections");
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
        />
      ) : null}
    </>
  );
}

type Cited = Pick<CorrectionFormProps, "citations" | "reliabilities"> & { tools: FormTools };

/** The sources the record rests on now: what they say, how far they carry it, and whether they should be cited at all. */
function Citations({ tools, citations, reliabilities }: Cited) {
  const t = useTranslations("corrections");
  return (
    <details className="mb-5">
      <summary className="min-h-11 py-2 font-semibold">{t("form.cited")}</summary>
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
    </details>
  );
}
