"use client";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HiddenFields } from "@/components/ui/hidden-fields";
import type { EntryWarning } from "@/lib/domain/entry-warnings";
import { editRecordAction, saveRecordAction } from "@/lib/features/entries/actions";
import type { NewRecordKind } from "@/lib/features/entries/schema/kinds";
import type { PossibleDates } from "@/lib/features/entries/schema/possible-dates";
import type { ActionState } from "@/lib/shared/action-state";
import { EntryProblem } from "./entry-problem";
import { EvidenceField } from "./evidence-field";
import { EnterDoesNothing, FormSection, SendButtons } from "./form-section";
import { LanguageButtons } from "./language-buttons";
import { NoteFields, type NoteName } from "./note-fields";
import { OfFields } from "./of-fields";
import { SaidHere } from "./said-here";
import { SourceFields } from "./source-fields";
import { TypedWarnings, useTypedWarnings } from "./typed-warnings";
import type { FormTools } from "./use-entry-form";
import { useLastingForm } from "./use-lasting-form";

/** What the form of a new record needs, of whatever kind it is. */
export type FrameProps = {
  /** A new record is known by the key made with the form, an entry by its id and the version that was read. */
  of: { submissionKey: string } | { entryId: string; seenVersion: string };
  initial: Readonly<Record<string, string>>;
  canSave: boolean;
  waveId: string;
  knownSources: { id: string; label: string }[];
  possible: Pick<PossibleDates, "from"> & { until?: string };
  /** The same in words: made on the server, because browsers do not know the months of every language. */
  possibleInWords: PossibleDates;
  /** What is on record already: beside the form where there is room, else above it. */
  beside?: ReactNode;
};

type Props = {
  frame: FrameProps;
  aria: string;
  recordKind: NewRecordKind;
  /** What the form says beside what is typed. */
  hidden?: Readonly<Record<string, string>>;
  /** What stands in its fields before anything is typed. */
  given?: Readonly<Record<string, string>>;
  /** What its fields are called where this form asks for them in other words. */
  labels?: Readonly<Record<string, string>>;
  /** A source rests on no other. */
  withSources?: boolean;
  notes?: readonly NoteName[];
  children: (tools: FormTools) => ReactNode;
};

/** The form of a new record: the questions of its kind, where it stands, what else to say of it, and the way to send it. */
export function EntryFrame({ frame, aria, recordKind, hidden = {}, given = {}, children, ...rest }: Props) {
  const t = useTranslations("entries.form");
  const locale = useLocale();
  const { of, initial, possibleInWords } = frame;
  const action = "submissionKey" in of ? saveRecordAction : editRecordAction;
  const form = useLastingForm<object>(action, "entry", { ...given, ...initial }, possibleInWords);
  const { warnings, onInput } = useTypedWarnings();
  return (
    <form
      ref={form.place}
      action={form.send}
      noValidate
      aria-label={aria}
      onInput={(event) => onInput(event.currentTarget)}
      className="xl:grid xl:grid-cols-[minmax(0,42rem)_minmax(0,1fr)] xl:grid-rows-[auto_1fr_auto] xl:gap-x-12"
    >
      <EnterDoesNothing />
      <div className="xl:col-start-2 xl:row-start-1">{frame.beside}</div>
      <div className="xl:col-start-1 xl:row-span-2 xl:row-start-1">
        <EntryProblem state={form.state} tools={form} labels={rest.labels} isTypedSince={form.isTypedSince} />
        <SaidHere problems={form.here} tools={form} labels={rest.labels} />
        <LanguageButtons />
        <OfFields of={of} form={form} />
        <HiddenFields values={{ ...carried(frame, form, locale), ...kindOf(recordKind), ...hidden }} />
        {children(form)}
        {rest.withSources === false ? null : (
          <FormSection title={t("sources")}>
            <SourceFields tools={form} known={frame.knownSources} />
          </FormSection>
        )}
        <NoteFields tools={form} names={rest.notes} />
        <EvidenceField tools={form} held={form.files} />
      </div>
      <TypedWarnings
        warnings={!form.isTypedSince && isSaidAbove(form.state, warnings) ? null : warnings}
        id={form.idOf("to-look-at")}
      />
      <div className="xl:col-start-1 xl:row-start-3">
        <SendButtons
          {...{ canSave: frame.canSave, problem: form.problem, labels: rest.labels }}
          {...{ isSending: form.isSending, keptAs: form.keptAs }}
          canCheck
        />
      </div>
    </form>
  );
}

/** What was checked says at the head of the form what stands out; once is enough until it is typed on. */
function isSaidAbove(state: ActionState, warnings: readonly EntryWarning[] | null): boolean {
  if (state === null || state.ok) return false;
  const { warnings: above = null } = (state.told ?? {}) as { warnings?: EntryWarning[] };
  return JSON.stringify(above) === JSON.stringify(warnings);
}

/** What the form says of its wave; notes are written in the language of the page unless they say another. */
function carried({ waveId, possible }: FrameProps, { typed }: Pick<FormTools, "typed">, locale: string) {
  const noteLanguage = typed("noteLanguage") || locale;
  const dates = { possibleFrom: possible.from, ...(possible.until ? { possibleUntil: possible.until } : {}) };
  return { locale, noteLanguage, waveId, ...dates };
}

/** Figures had the first form, which says nothing of its kind. */
function kindOf(recordKind: NewRecordKind): Record<string, string> {
  return recordKind === "figure" ? {} : { recordKind };
}
