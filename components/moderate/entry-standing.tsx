import { getLocale, getTranslations } from "next-intl/server";
import { entryWords } from "@/components/contribute/entry-words";
import { Notice } from "@/components/ui/notice";
import type { ModeratedEntry } from "@/lib/features/entries/view/moderated-entry";
import { isWaiting } from "@/lib/features/entries/view/queue";
import type { WaitingEntry } from "@/lib/features/entries/view/rows";

/** `others`: what else waits about the same record. */
type Props = { entry: ModeratedEntry; others: readonly WaitingEntry[] };

/** State, approvals, why two are needed, why the reader may not decide, and what else waits about the same record. */
export async function EntryStanding({ entry, others }: Props) {
  const t = await getTranslations("entries");
  const { row, approvals, required, reasons, whyNot, split } = entry;
  return (
    <>
      <p className="mb-4">
        {t("moderated.state")}: <strong>{t(`states.${row.state}`)}</strong>.{" "}
        {t("moderated.approvals", { given: approvals, required })}
        {reasons.length > 0 ? ` (${reasons.map((reason) => t(`impact.${reason}`)).join("; ")})` : ""}
      </p>
      {row.isAuthorGone ? <Notice tone="note">{t("moderated.authorGone")}</Notice> : null}
      <NoMoreChanges entry={entry} />
      <Split split={split} />
      {whyNot ? <Notice tone="note">{t(`whyNot.${whyNot}` as "whyNot.role")}</Notice> : null}
      {isWaiting(row) && others.length > 0 ? <Others others={others} /> : null}
    </>
  );
}

/** Why the author can be asked for no changes any more, where one would look for that. */
async function NoMoreChanges({ entry: { row, verbs } }: Pick<Props, "entry">) {
  const t = await getTranslations("weighing.standing");
  if (row.state !== "approved_once" || !verbs.includes("approve")) return null;
  return <p className="mb-4 max-w-prose text-sm text-ink-2">{t("noMoreChanges")}</p>;
}

/** That approvals do not add up, since they are of different things. */
async function Split({ split }: Pick<ModeratedEntry, "split">) {
  const t = await getTranslations("weighing.standing");
  if (split.length === 0) return null;
  return (
    <Notice tone="note" title={t("split")}>
      <ul className="list-disc ps-5">
        {split.map(({ handle, standing }) => (
          <li key={handle}>{t("first", { handle, as: t(`as.${standing}`) })}</li>
        ))}
      </ul>
      <p className="mt-1">{t("splitLead")}</p>
    </Notice>
  );
}

async function Others({ others }: Pick<Props, "others">) {
  const locale = await getLocale();
  const t = await getTranslations("corrections.review");
  const kinds = await getTranslations("entries.kinds");
  const words = await entryWords(locale);
  return (
    <Notice tone="note">
      <p>{t("othersWait")}</p>
      <ul className="mt-1 list-disc ps-5">
        {others.map(({ id, kind, submittedAt }) => (
          <li key={id}>
            <a href={`/${locale}/moderate/${id}`}>{t("other", { kind: kinds(kind), at: words.at(submittedAt) })}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
