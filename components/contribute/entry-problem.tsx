"use client";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { EntryWarning } from "@/lib/domain/entry-warnings";
import type { ReadDay } from "@/lib/features/entries/schema/short-years";
import { type ActionState, OTHER_LANGUAGE } from "@/lib/shared/action-state";
import { LINE_CUT } from "./line-cut";
import { recordFieldLabel } from "./record-field-label";
import type { FormTools } from "./use-entry-form";
import { useLineIsBack } from "./use-line-is-back";
import { WarningList } from "./warning-list";

type Props = {
  state: ActionState;
  tools: FormTools;
  /** What its fields are called where this form asks for them in other words. */
  labels?: Readonly<Record<string, string>> | undefined;
  /** What is said above them where the form sends nothing to anybody. */
  lead?: string | undefined;
  /** Something was typed since: what was said of all of it no longer holds. */
  isTypedSince?: boolean;
};

/** What is wrong with a form, at its head, with a link to each field that was refused. */
export function EntryProblem({ state, tools, labels = {}, lead, isTypedSince = false }: Props) {
  const { problem } = tools;
  const t = useTranslations("entries");
  const labelOf = useFieldLabel();
  const general = useTranslations("accounts.errors");
  const outbox = useTranslations("outbox");
  const lineIsBack = useLineIsBack(state);
  if (state === null || state.ok || state.formError === null) return null;
  if (state.formError === LINE_CUT && lineIsBack) return <Notice tone="note">{outbox("lineBack")}</Notice>;
  if (state.formError === OTHER_LANGUAGE) return <InThisLanguage />;
  if (state.formError === "checked")
    return <Checked id={tools.idOf("problem")} told={isTypedSince ? null : (state.told ?? {})} />;
  const refused = Object.entries(state.fieldErrors);
  return (
    <Notice tone="problem" id={tools.idOf("problem")}>
      <p className="font-semibold">{refused.length > 0 ? (lead ?? t("form.problems")) : problem(state.formError)}</p>
      {refused.length > 0 ? (
        <ul className="mt-1 list-disc ps-5">
          {refused.map(([name, key]) => (
            <li key={name}>
              <a href={`#${tools.idOf(name)}`}>{labels[name] || labelOf(name)}</a>: {problem(key)}
            </li>
          ))}
        </ul>
      ) : null}
      <Moved told={state.told} />
      {isTypedSince ? null : (
        <>
          <Taken told={state.told} />
          <ReadDays told={state.told} />
          <WouldChange told={state.told} />
          <Beside told={state.told} />
        </>
      )}
      {state.errorId ? <p className="mt-1 text-sm">{general("error_id", { id: state.errorId })}</p> : null}
    </Notice>
  );
}

/** The form was given back in another language: photographs cannot be. */
function InThisLanguage() {
  const t = useTranslations("desk.language");
  return <Notice tone="note">{t("changed")}</Notice>;
}

/** What stands out beside what is refused. */
function Beside({ told }: { told: object | undefined }) {
  const t = useTranslations("contribute.warnings");
  const { warnings = [] } = (told ?? {}) as { warnings?: EntryWarning[] };
  if (warnings.length === 0) return null;
  return (
    <>
      <p className="mt-3 font-semibold">{t("title")}</p>
      <WarningList warnings={warnings} inForm />
    </>
  );
}

/** What of a record has changed since its correction was begun: the form has it as it is now, where nothing was typed. */
function Moved({ told }: { told: object | undefined }) {
  const t = useTranslations("corrections.form");
  const labelOf = useFieldLabel();
  const { moved = [] } = (told ?? {}) as { moved?: string[] };
  if (moved.length === 0) return null;
  return <p className="mt-1">{t("moved", { fields: moved.map((name) => labelOf(`changes.${name}`)).join("; ") })}</p>;
}

/** What a correction would change as it was typed, field by field; other forms have nothing to say of it. */
function WouldChange({ told }: { told: object | undefined }) {
  const t = useTranslations("desk");
  const labelOf = useFieldLabel();
  const { changes = [] } = (told ?? {}) as { changes?: string[] };
  if (changes.length === 0) return null;
  return (
    <p className="mt-1">{t("wouldChange", { fields: changes.map((name) => labelOf(`changes.${name}`)).join("; ") })}</p>
  );
}

/** The recorded source that stands in the form now instead of a new one. */
function Taken({ told }: { told: object | undefined }) {
  const t = useTranslations("contribute.warnings");
  const { taken = null } = (told ?? {}) as { taken?: string | null };
  return taken === null ? null : <p className="mt-1">{t("taken", { id: taken })}</p>;
}

/** Dates whose year was typed in two digits, with the day that was read and stands in the form now. */
function ReadDays({ told }: { told: object | undefined }) {
  const t = useTranslations("entries.form");
  const { days = [] } = (told ?? {}) as { days?: ReadDay[] };
  return days.map(({ field, typed, day }) => (
    <p key={field} className="mt-1">
      {typed}: {t("readAs", { day })}
    </p>
  ));
}

/** Asked for before anything is sent: what stands out, and that nothing was sent. `told`: null once something else is typed. */
function Checked({ id, told }: { id: string; told: object | null }) {
  const t = useTranslations("contribute.warnings");
  const { warnings = [] } = (told ?? {}) as { warnings?: EntryWarning[] };
  const title = warnings.length === 0 ? "nothing" : "title";
  return (
    <div id={id} tabIndex={-1} className="mb-5 max-w-prose border-s-4 border-rule-2 bg-paper-2 px-4 py-3">
      <p className="font-semibold">{t(told === null ? "typedSince" : title)}</p>
      {told === null ? null : (
        <>
          <WarningList warnings={warnings} inForm />
          <Taken told={told} />
          <ReadDays told={told} />
          <WouldChange told={told} />
        </>
      )}
      <p className="mt-1 text-sm">{t("notSent")}</p>
    </div>
  );
}

/** The label of a field by its name; of a source's field with the number of the source. */
export function useFieldLabel(): (name: string) => string {
  const t = useTranslations("entries");
  const corrections = useTranslations("corrections");
  const evidence = useTranslations("evidence");
  return (name) => {
    if (name === "evidence") return evidence("title");
    const own = recordFieldLabel(name, (key) =>
      corrections.has(key as "fields.note") ? corrections(key as "fields.note") : null,
    );
    if (own !== null) return own;
    const [, slot, inner] = /^sources\.(\d+)\.(\w+)$/.exec(name) ?? [];
    const key = inner ?? name;
    const label = t.has(`fields.${key}` as "fields.date") ? t(`fields.${key}` as "fields.date") : key;
    return slot === undefined ? label : `${t("form.sourceNumber", { n: Number(slot) + 1 })}, ${label}`;
  };
}
