"use client";
import { useLocale, useTranslations } from "next-intl";
import { editActionAction, saveActionAction } from "@/lib/features/entries/actions";
import type { PossibleDates } from "@/lib/features/entries/schema/possible-dates";
import { EntryProblem } from "./entry-problem";
import { EnterDoesNothing, FormSection, SendButtons } from "./form-section";
import { NoteFields } from "./note-fields";
import type { Option } from "./solidarity-form";
import { SourceFields } from "./source-fields";
import { TypedChoice, TypedFlag, TypedText } from "./typed-fields";
import { type FormTools, useEntryForm } from "./use-entry-form";
import { WhenFields } from "./when-fields";

export type ActionChoices = Record<
  "actionType" | "stoppage" | "scope" | "certainty" | "workforceId" | "place",
  Option[]
>;
export type ActionFormProps = {
  of: { submissionKey: string } | { entryId: string; seenVersion: string };
  initial: Readonly<Record<string, string>>;
  waveId: string;
  choices: ActionChoices;
  knownSources: { id: string; label: string }[];
  canSave: boolean;
  possible: PossibleDates;
  /** The same in words: made on the server, because browsers do not know the months of every language. */
  possibleInWords: PossibleDates;
};

/** One page, top to bottom as one thinks of it: what, who, where, when, how sure, where it stands. */
export function ActionForm({ of, initial, waveId, choices, ...rest }: ActionFormProps) {
  const t = useTranslations("entries");
  const locale = useLocale();
  const action = "submissionKey" in of ? saveActionAction : editActionAction;
  const form = useEntryForm<object>(action, initial, rest.possibleInWords);
  const hidden = {
    ...of,
    ...{ locale, waveId, recordKind: "action" },
    ...{ possibleFrom: rest.possible.from, possibleUntil: rest.possible.until },
    noteLanguage: form.typed("noteLanguage") || locale,
  };
  return (
    <form action={form.send} noValidate aria-label={t("action.aria")}>
      <EnterDoesNothing />
      <EntryProblem state={form.state} tools={form} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormSection title={t("action.what")}>
        <Choices tools={form} names={["actionType", "stoppage", "scope"]} choices={choices} />
        <TypedFlag tools={form} name="general" label={t("fields.general")} />
        <TypedFlag tools={form} name="political" label={t("fields.political")} />
      </FormSection>
      <FormSection title={t("action.who")}>
        <Choices tools={form} names={["workforceId"]} choices={choices} />
        <TypedText tools={form} name="participants" label={t("fields.participants")} hint={t("hints.participants")} />
      </FormSection>
      <FormSection title={t("action.where")}>
        <Choices tools={form} names={["place"]} choices={choices} />
      </FormSection>
      <FormSection title={t("form.when")}>
        <WhenFields tools={form} possible={rest.possibleInWords} untilToday={false} />
        <TypedText
          tools={form}
          name="endDate"
          label={`${t("fields.endDate")} (${t("form.optional")})`}
          hint={t("hints.endDate")}
          autoComplete="off"
        />
        <TypedFlag tools={form} name="openEnd" label={t("fields.openEnd")} />
      </FormSection>
      <FormSection title={t("action.sure")}>
        <Choices tools={form} names={["certainty"]} choices={choices} />
      </FormSection>
      <FormSection title={t("form.sources")}>
        <SourceFields tools={form} known={rest.knownSources} />
      </FormSection>
      <NoteFields tools={form} />
      <SendButtons canSave={rest.canSave} isSending={form.isSending} />
    </form>
  );
}

type ChoicesProps = { tools: FormTools; names: (keyof ActionChoices)[]; choices: ActionChoices };

function Choices({ tools, names, choices }: ChoicesProps) {
  const t = useTranslations("entries.fields");
  return names.map((name) => (
    <TypedChoice key={name} tools={tools} name={name} label={t(name)} options={choices[name]} />
  ));
}
