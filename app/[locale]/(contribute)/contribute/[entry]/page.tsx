import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { EditCorrection } from "@/components/contribute/edit-correction";
import { EditNewRecord } from "@/components/contribute/edit-new-record";
import { EntrySources } from "@/components/contribute/entry-sources";
import { EntryThread } from "@/components/contribute/entry-thread";
import { entryTitle } from "@/components/contribute/entry-title";
import { OwnEntryDetail } from "@/components/contribute/own-entry-detail";
import { OwnEvidence } from "@/components/contribute/own-evidence";
import { ProposeAnew, ToProposeAnew } from "@/components/contribute/propose-anew";
import { ProposedAction } from "@/components/contribute/proposed-action";
import { ProposedChanges } from "@/components/contribute/proposed-changes";
import { ProposedClaim } from "@/components/contribute/proposed-claim";
import { ProposedPlain } from "@/components/contribute/proposed-plain";
import { ProposedSolidarity } from "@/components/contribute/proposed-solidarity";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { KeptOfEnded } from "@/components/outbox/kept-of-ended";
import { Reopened } from "@/components/outbox/reopened";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { loadOwnEntry, loadOwnRow } from "@/lib/features/entries/loaders";
import { loadEvidenceOf } from "@/lib/features/entries/loaders/evidence";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { type OwnEntry, ownEntryView } from "@/lib/features/entries/view/own-entries";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale; entry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = ["saved", "submitted", "sent_before"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, entry: id } = await params;
  const t = await getTranslations({ locale, namespace: "entries.entry" });
  const entry = ownEntryView((await loadOwnRow(locale, id)).row, await loadPublicRecord());
  const about = entry.correction?.now.id ?? (await entryTitle(entry, locale));
  return { title: about ? `${t("title")}: ${about}` : t("title"), robots: { index: false } };
}

export default async function OwnEntryPage({ params, searchParams }: Props) {
  const { locale, entry: id } = await params;
  setRequestLocale(locale);
  const { row, othersWait, thread, submissionKey } = await loadOwnEntry(locale, id);
  const entry = ownEntryView(row, await loadPublicRecord());
  const t = await getTranslations("entries");
  const { done: asked, anew } = await searchParams;
  // The address still says what was done before the entry was withdrawn.
  const told = row.state === "withdrawn" ? undefined : DONE.find((one) => one === asked);
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <EntryHeading entry={entry} locale={locale} />
      <KeptOfItsEnd entry={entry} isAnew={anew !== undefined} />
      {told ? <Notice tone="done">{t(`entry.done.${told}`)}</Notice> : null}
      {entry.correction ? (
        <ProposedChanges entry={entry.correction} isOpen={entry.canWithdraw || entry.canEdit} isOwn />
      ) : null}
      {entry.solidarity?.proposal ? <ProposedSolidarity entry={entry.solidarity} /> : null}
      {entry.action?.proposal ? <ProposedAction entry={entry.action} /> : null}
      {entry.plain?.proposal ? <ProposedPlain entry={entry.plain} /> : null}
      {entry.subject && entry.comparison ? <ProposedClaim entry={entry} /> : null}
      <Sources entry={entry} />
      <OwnEntryDetail entry={entry} />
      <Reopened name="message" isSilent={entry.canEdit || anew !== undefined}>
        <EntryThread thread={thread} />
      </Reopened>
      <OwnEvidence entryId={id} evidence={await loadEvidenceOf(id)} isApproved={row.state === "approved_once"} />
      {entry.canEdit ? (
        <Reopened name="entry">
          {entry.correction ? (
            <EditCorrection entry={entry} correction={entry.correction} othersWait={othersWait} />
          ) : null}
          <EditNewRecord entry={entry} />
        </Reopened>
      ) : null}
      {entry.canBeginAnew && anew === undefined ? <ToProposeAnew entryId={id} /> : null}
      {entry.canBeginAnew && anew !== undefined ? (
        <Reopened name="entry" isAnew>
          <ProposeAnew entry={entry} submissionKey={submissionKey} />
        </Reopened>
      ) : null}
      <p className="mt-8">
        <a href={`/${locale}/contribute`}>{t("entry.back")}</a>
      </p>
    </>
  );
}

/** What lies in the outbox of an entry that takes no change any more; begun anew, its form takes it up. */
function KeptOfItsEnd({ entry, isAnew }: { entry: OwnEntry; isAnew: boolean }) {
  const { id, state, canEdit, canBeginAnew, isOver, recordId } = entry;
  if (canEdit || (isAnew && canBeginAnew)) return null;
  return <KeptOfEnded entryId={id} record={recordId} {...{ state, isOver, canBeginAnew }} />;
}

/** What a new record rests on, of whatever kind it is. */
async function Sources({ entry: { solidarity, action, plain, proposal, comparison } }: { entry: OwnEntry }) {
  const t = await getTranslations("entries.moderated");
  const other = solidarity ?? action ?? plain;
  const sources = other ? other.proposal?.sources : proposal?.sources;
  const checks = other ? other.sources : comparison?.sources;
  if (!sources || !checks || sources.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources" className="mb-2 text-2xl">
        {t("sources")}
      </h2>
      <EntrySources sources={sources} checks={checks} />
    </section>
  );
}

async function EntryHeading({ entry, locale }: { entry: OwnEntry; locale: Locale }) {
  const t = await getTranslations("entries");
  const { correction } = entry;
  const title = (await entryTitle(entry, locale)) ?? t("contribute.unfinished");
  return <PageHeading kicker={t(correction ? `kinds.${correction.input.kind}` : "entry.title")} title={title} />;
}
