"use client";
import { useLocale, useTranslations } from "next-intl";
import { editSolidarityAction, saveSolidarityAction } from "@/lib/features/entries/actions";
import type { PossibleDates } from "@/lib/features/entries/schema/possible-dates";
import { LANGUAGE_NAMES, LOCALES } from "@/lib/shared/i18n/locales";
import { EntryProblem } from "./entry-problem";
import { EnterDoesNothing, FormSection, SendButtons } from "./form-section";
import { NoteFields } from "./note-fields";
import { AmountFields, EndFields, SupporterFields } from "./solidarity-fields";
import { SourceFields } from "./source-fields";
import { TypedArea, TypedChoice } from "./typed-fields";
import { useEntryForm } from "./use-entry-form";
import { WhenFields } from "./when-fields";

export type Option = { value: string; label: string };
export type SolidarityFormProps = {
  of: { submissionKey: string } | { entryId: string; seenVersion: string };
  initial: Readonly<Record<string, string>>;
  waveId: string;
  country: string;
  kinds: Option[];
  workforces: Option[];
  actions: Option[];
  knownSources: { id: string; label: string }[];
  canSave: boolean;
  possible: PossibleDates;
  /** The same in words: made on the server, because browsers do not know the months of every language. */
  possibleInWords: PossibleDates;
};

/** One page, top to bottom as one thinks of it: how, who, for whom, what was said or done, when, where it stands. */
export function SolidarityForm({
  of,
  initial,
  waveId,
  country,
  kinds,
  workforces,
  actions,
  ...rest
}: SolidarityFormProps) {
  const t = useTranslations("entries");
  const locale = useLocale();
  const action = "submissionKey" in of ? saveSolidarityAction : editSolidarityAction;
  const given = { fromCountry: country, textLanguage: locale, ...initial };
  const form = useEntryForm<object>(action, given, rest.possibleInWords);
  const hidden = {
    ...of,
    ...{ locale, waveId, recordKind: "solidarity" },
    ...{ possibleFrom: rest.possible.from, possibleUntil: rest.possible.until },
    noteLanguage: form.typed("noteLanguage") || locale,
  };
  return (
    <form action={form.send} noValidate aria-label={t("solidarity.aria")}>
      <EnterDoesNothing />
      <EntryProblem state={form.state} tools={form} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormSection title={t("solidarity.how")}>
        <TypedChoice tools={form} name="solidarityKind" label={t("fields.solidarityKind")} options={kinds} />
      </FormSection>
      <FormSection title={t("solidarity.who")}>
        <SupporterFields tools={form} workforces={workforces} />
      </FormSection>
      <FormSection title={t("solidarity.ends")}>
        <EndFields tools={form} actions={actions} />
      </FormSection>
      <FormSection title={t("solidarity.act")}>
        <TypedArea tools={form} name="text" label={t("fields.text")} hint={t("hints.text")} />
        <TypedChoice
          tools={form}
          name="textLanguage"
          label={t("fields.textLanguage")}
          withEmpty={false}
          options={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <AmountFields tools={form} />
      </FormSection>
      <FormSection title={t("form.when")}>
        <WhenFields tools={form} possible={rest.possibleInWords} untilToday={false} />
      </FormSection>
      <FormSection title={t("form.sources")}>
        <SourceFields tools={form} known={rest.knownSources} />
      </FormSection>
      <NoteFields tools={form} />
      <SendButtons canSave={rest.canSave} isSending={form.isSending} />
    </form>
  );
}
