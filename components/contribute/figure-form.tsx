"use client";
import { useLocale, useTranslations } from "next-intl";
import { BASES, CLAIMANTS, MEASURES } from "@/lib/domain/measure";
import { editFigureAction, saveFigureAction } from "@/lib/features/entries/actions";
import type { PossibleDates } from "@/lib/features/entries/schema/possible-dates";
import type { FormAction } from "@/lib/shared/action-state";
import { EntryProblem } from "./entry-problem";
import { EnterDoesNothing, FormSection, SendButtons } from "./form-section";
import { NoteFields } from "./note-fields";
import { SaysFields } from "./says-fields";
import { SourceFields } from "./source-fields";
import { TypedChoice, TypedText } from "./typed-fields";
import { type FormTools, useEntryForm } from "./use-entry-form";
import { WhenFields } from "./when-fields";

export type FigureFormProps = {
  /** A new figure is known by the key made with the form, an entry by its id and the version that was read. */
  of: { submissionKey: string } | { entryId: string; seenVersion: string };
  initial: Readonly<Record<string, string>>;
  workforce: { waveId: string; id: string; name: string };
  actions: { value: string; label: string }[];
  knownSources: { id: string; label: string }[];
  canSave: boolean;
  possible: PossibleDates;
  /** The same in words: made on the server, because browsers do not know the months of every language. */
  possibleInWords: PossibleDates;
};

/** One page, top to bottom as one thinks of it: whose, when, what the source says, who claims it, where it stands. */
export function FigureForm({ of, initial, workforce, actions, knownSources, canSave, ...dates }: FigureFormProps) {
  const t = useTranslations("entries");
  const locale = useLocale();
  const form = useEntryForm<object>(actionOf(of), initial, dates.possibleInWords);
  const hidden = {
    ...of,
    locale,
    waveId: workforce.waveId,
    workforceId: workforce.id,
    possibleFrom: dates.possible.from,
    possibleUntil: dates.possible.until,
    noteLanguage: form.typed("noteLanguage") || locale,
  };
  return (
    <form action={form.send} noValidate aria-label={t("form.aria")}>
      <EnterDoesNothing />
      <EntryProblem state={form.state} tools={form} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormSection title={t("fields.workforceId")}>
        <p id={form.idOf("workforceId")} tabIndex={-1} className="mb-4 font-semibold">
          {workforce.name}
        </p>
        <TypedChoice tools={form} name="actionId" label={t("fields.actionId")} options={actions} />
      </FormSection>
      <FormSection title={t("form.when")}>
        <WhenFields tools={form} possible={dates.possibleInWords} />
      </FormSection>
      <FormSection title={t("form.says")}>
        <SaysFields tools={form} />
        <MeasureFields tools={form} />
      </FormSection>
      <FormSection title={t("form.who")}>
        <ClaimantFields tools={form} />
      </FormSection>
      <FormSection title={t("form.sources")}>
        <SourceFields tools={form} known={knownSources} />
      </FormSection>
      <NoteFields tools={form} />
      <SendButtons canSave={canSave} isSending={form.isSending} />
    </form>
  );
}

function actionOf(of: FigureFormProps["of"]): FormAction {
  return "submissionKey" in of ? saveFigureAction : editFigureAction;
}

function MeasureFields({ tools }: { tools: FormTools }) {
  const t = useTranslations("entries");
  return (
    <>
      <TypedChoice
        tools={tools}
        name="measure"
        label={t("fields.measure")}
        withEmpty={false}
        options={MEASURES.map((measure) => ({ value: measure, label: t(`measures.${measure}`) }))}
      />
      <TypedChoice
        tools={tools}
        name="basis"
        label={t("fields.basis")}
        withEmpty={false}
        options={BASES.map((basis) => ({ value: basis, label: t(`bases.${basis}`) }))}
      />
    </>
  );
}

function ClaimantFields({ tools }: { tools: FormTools }) {
  const t = useTranslations("entries");
  return (
    <>
      <TypedChoice
        tools={tools}
        name="claimant"
        label={t("fields.claimant")}
        options={CLAIMANTS.map((claimant) => ({ value: claimant, label: t(`claimants.${claimant}`) }))}
      />
      <TypedText
        tools={tools}
        name="claimantName"
        label={`${t("fields.claimantName")} (${t("form.optional")})`}
        hint={t("hints.claimantName")}
      />
    </>
  );
}
