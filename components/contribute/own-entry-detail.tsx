import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { datedOf, dateProblems, possibleDates } from "@/lib/features/entries/schema/possible-dates";
import type { OwnEntry } from "@/lib/features/entries/view/own-entries";
import { formatDate } from "@/lib/shared/format/day";
import { entryWords } from "./entry-words";
import { fieldLabels } from "./field-labels";
import { OwnEntryButtons } from "./own-entry-buttons";

/** Where an entry stands: state, what the moderator wrote, what comes next, and what happened so far. Never who decided. */
export async function OwnEntryDetail({ entry: own }: { entry: OwnEntry }) {
  const said = new Set(own.problems.map(({ field }) => field));
  const outside = outsideWave(own).filter(({ field }) => !said.has(field));
  const entry = { ...own, problems: [...own.problems, ...outside] };
  const t = await getTranslations("entries");
  return (
    <>
      <dl className="mb-6 grid max-w-prose gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        <dt className="text-ink-2">{t("entry.state")}</dt>
        <dd className="font-semibold">{t(`states.${entry.state}`)}</dd>
        <dt className="text-ink-2">{t("entry.next")}</dt>
        <dd>
          {t(`nextSteps.${entry.nextStep}`)}{" "}
          {entry.nextStep === "answer_question" ? <a href="#conversation">{t("entry.toQuestion")}</a> : null}
          {entry.nextStep === "answer" ? <a href="#edit">{t("entry.toChange")}</a> : null}
          {entry.nextStep === "look_again" ? <a href="#edit">{t("entry.toNewRevision")}</a> : null}
        </dd>
      </dl>
      {entry.reason ? (
        <Notice tone="note" title={t("entry.reason")}>
          <p className="whitespace-pre-line">{entry.reason}</p>
        </Notice>
      ) : null}
      <ToRecord entry={entry} />
      <Missing entry={entry} />
      <OwnEntryButtons
        entryId={entry.id}
        version={entry.version}
        // What a moderator sent back is sent again by the form in which it is changed, not as it was.
        canSubmit={entry.state === "draft" && entry.canSubmit && entry.problems.length === 0}
        canWithdraw={entry.canWithdraw}
      />
      {entry.state === "approved_once" && entry.canEdit ? (
        <p className="mb-6 max-w-prose text-sm text-ink-2">
          {t("entry.withdrawNot")} <a href="#edit">{t("entry.edit")}</a>
        </p>
      ) : null}
      <Decisions entry={entry} />
    </>
  );
}

/** What is published is thanked for, with its place in the public record; a correction leads to what it is about before. */
async function ToRecord({ entry: { state, recordId } }: { entry: OwnEntry }) {
  const locale = await getLocale();
  const t = await getTranslations("entries.entry");
  const own = await getTranslations("queue.own");
  if (recordId === null) return null;
  const link = (
    <a href={`/${locale}/records/${recordId}`}>
      {t("record")}: {recordId}
    </a>
  );
  if (state !== "published") return <p className="mb-6">{link}</p>;
  return (
    <Notice tone="done">
      <p>{own("thanks")}</p>
      <p className="font-semibold">{link}</p>
      <p className="text-sm text-ink-2">{own("thanksNote")}</p>
    </Notice>
  );
}

/** The wave and what was typed of when, whatever new record it is. */
function datedIn({ subject, input, solidarity, action, plain }: OwnEntry) {
  const other = solidarity ?? action ?? plain;
  if (other) return { wave: other.record.wave, ...datedOf(other.input) };
  return subject && input ? { wave: subject.record.wave, ...datedOf(input) } : null;
}

function outsideWave(entry: OwnEntry) {
  const dated = datedIn(entry);
  return dated ? dateProblems(dated, possibleDates(dated.wave)) : [];
}

async function Missing({ entry }: { entry: OwnEntry }) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const labelOf = await fieldLabels();
  const dated = datedIn(entry);
  const dates = dated ? possibleDates(dated.wave) : { from: "", until: "" };
  const said = dated ? { from: formatDate(dates.from, locale), until: formatDate(dates.until, locale) } : dates;
  if (!entry.canEdit || entry.problems.length === 0) return null;
  return (
    <div className="mb-6">
      <p className="font-semibold">{t("entry.missing")}</p>
      <ul className="list-disc ps-5">
        {entry.problems.map(({ field, code }) => (
          <li key={field}>
            {labelOf(field)}: {t(`problems.${code}` as "problems.date_missing", said)}
          </li>
        ))}
      </ul>
    </div>
  );
}

async function Decisions({ entry }: { entry: OwnEntry }) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const words = await entryWords(locale);
  return (
    <section aria-labelledby="decisions" className="mb-8">
      <h2 id="decisions" className="mb-2 text-2xl">
        {t("entry.decisions")}
      </h2>
      {entry.decisions.length === 0 && entry.state !== "withdrawn" ? (
        <p className="text-ink-2">{t("entry.noDecisions")}</p>
      ) : null}
      <ol className="max-w-prose">
        {entry.decisions.map(({ id, verb, reason, at, isVoid }) => (
          <li key={id} className="border-b border-rule py-2">
            {isVoid ? t("entry.approvalVoid", { at: words.at(at) }) : `${t(`verbs.${verb}`)}, ${words.at(at)}`}
            {reason ? <p className="whitespace-pre-line text-ink-2">{reason}</p> : null}
          </li>
        ))}
        {entry.state === "withdrawn" ? (
          <li className="border-b border-rule py-2">{t("entry.withdrawnByYou", { at: words.at(entry.updatedAt) })}</li>
        ) : null}
      </ol>
    </section>
  );
}
