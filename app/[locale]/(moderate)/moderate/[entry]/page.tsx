import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { EntrySources } from "@/components/contribute/entry-sources";
import { EntryThread } from "@/components/contribute/entry-thread";
import { entryTitle } from "@/components/contribute/entry-title";
import { entryWords } from "@/components/contribute/entry-words";
import { ProposedAction } from "@/components/contribute/proposed-action";
import { ProposedChanges } from "@/components/contribute/proposed-changes";
import { ProposedClaim } from "@/components/contribute/proposed-claim";
import { ProposedPlain } from "@/components/contribute/proposed-plain";
import { ProposedSolidarity } from "@/components/contribute/proposed-solidarity";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { BesideAction } from "@/components/moderate/beside-action";
import { BesidePlain } from "@/components/moderate/beside-plain";
import { BesideRecord } from "@/components/moderate/beside-record";
import { BesideSolidarity } from "@/components/moderate/beside-solidarity";
import { DecideForm } from "@/components/moderate/decide-form";
import { decideOffers } from "@/components/moderate/decide-offers";
import { DecidedNotice } from "@/components/moderate/decided-notice";
import { EntryHistory } from "@/components/moderate/entry-history";
import { EntryStanding } from "@/components/moderate/entry-standing";
import { EntryWarnings } from "@/components/moderate/entry-warnings";
import { HoldBox } from "@/components/moderate/hold-box";
import { PublicEffect } from "@/components/moderate/public-effect";
import { QueueSteps } from "@/components/moderate/queue-steps";
import { RecordHistory } from "@/components/moderate/record-history";
import { ShownEvidence } from "@/components/moderate/shown-evidence";
import { SinceLooked } from "@/components/moderate/since-looked";
import { TierNotice } from "@/components/moderate/tier-notice";
import { PageHeading } from "@/components/ui/page-heading";
import { partLabels } from "@/components/withholding/part-labels";
import { loadModeratedEntry, loadModeratedRow } from "@/lib/features/entries/loaders";
import { loadEvidenceOf } from "@/lib/features/entries/loaders/evidence";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { selectionOf } from "@/lib/features/entries/schema/queue-filter";
import { warningsToDecide } from "@/lib/features/entries/view/entry-warnings";
import { type ModeratedEntry, moderatedEntryView } from "@/lib/features/entries/view/moderated-entry";
import { personalDataIn } from "@/lib/features/entries/view/personal-data";
import type { PutBack } from "@/lib/features/entries/view/put-back";
import { isWaiting } from "@/lib/features/entries/view/queue";
import type { Neighbours } from "@/lib/features/entries/view/rows";
import { waitingAlike } from "@/lib/features/entries/view/waiting-alike";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { SearchParams } from "@/lib/shared/search-params";
import { publicEffects } from "./public-effect";

type Props = {
  params: Promise<{ locale: Locale; entry: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, entry: id } = await params;
  const t = await getTranslations({ locale, namespace: "entries.moderated" });
  const { row, actor } = await loadModeratedRow(locale, id, selectionOf(await searchParams));
  const title = await titleOf(moderatedEntryView(row, await loadPublicRecord(), actor), locale);
  return { title: title ?? t("unnamed"), robots: { index: false } };
}

export default async function ModeratedEntryPage({ params, searchParams }: Props) {
  const { locale, entry: id } = await params;
  setRequestLocale(locale);
  const page = await loadModeratedEntry(locale, id, await searchParams);
  const { actor, row } = page;
  const records = await loadPublicRecord();
  const entry = moderatedEntryView(row, records, actor);
  const evidence = await loadEvidenceOf(id);
  const t = await getTranslations("entries.moderated");
  const title = await titleOf(entry, locale);
  return (
    <DecideForm
      entryId={row.id}
      seenVersion={row.version}
      evidence={evidence}
      verbs={entry.verbs}
      next={page.neighbours.after ?? page.neighbours.first ?? ""}
      selection={page.selection}
      steps={stepsFrom(page.neighbours)}
      personal={personalDataIn(row.payload)}
      putBack={row.putBack}
      partNames={partNames(row.putBack, await partLabels())}
      {...(await decideOffers(entry, locale))}
      head={
        <>
          <SignedInBar news={await loadSignedInNews()} />
          <QueueSteps neighbours={page.neighbours} selection={page.selection} canDecide={entry.verbs.length > 0} />
        </>
      }
      told={<DecidedNotice decided={page.decided} isNextBelow={page.decided !== null && page.decided.id !== row.id} />}
      beside={<BesideDecision entry={entry} />}
    >
      <PageHeading title={title ?? t("unnamed")}>
        {t("author", { handle: row.authorHandle, version: row.version })}
      </PageHeading>
      <HoldBox hold={page.hold} />
      <EntryStanding entry={entry} others={page.others} />
      <SinceLooked row={row} seenBefore={page.seenBefore} />
      <EntryWarnings
        warnings={row.state === "published" ? [] : warningsToDecide(row.payload, records, entry.comparison !== null)}
        waiting={waitingAlike([row], page.waiting, records).get(row.id) ?? []}
      />
      <Proposed entry={entry} />
      <ShownEvidence evidence={evidence} />
      <PublicEffect effects={await publicEffects(entry, locale)} />
      <EntryHistory entry={entry} seenBefore={page.seenBefore} />
      <RecordHistory entry={entry} proposals={page.proposals} />
      <EntryThread thread={page.thread} isModerator />
    </DecideForm>
  );
}

async function BesideDecision({ entry }: { entry: ModeratedEntry }) {
  const t = await getTranslations("entries.moderated");
  if (entry.verbs.length === 0) return null;
  return (
    <>
      <h2 id="decide" className="mb-2 text-2xl">
        {t("decide")}
      </h2>
      <TierNotice entry={entry} />
    </>
  );
}

function partNames(putBack: readonly PutBack[], labelOf: (part: string) => string): Record<string, string> {
  return Object.fromEntries(putBack.flatMap((one) => (one.as === "part" ? [[one.part, labelOf(one.part)]] : [])));
}

function stepsFrom({ before, after, first }: Neighbours) {
  return { next: (after ?? first) !== null, previous: before !== null };
}

async function titleOf(entry: ModeratedEntry, locale: Locale): Promise<string | null> {
  const t = await getTranslations({ locale, namespace: "entries.moderated" });
  const title = await entryTitle(entry, locale);
  if (entry.subject === null || title === null) return title;
  const named = t("title", { workforce: title });
  return entry.quantity ? `${named}: ${(await entryWords(locale)).quantity(entry.quantity)}` : named;
}

async function Proposed({ entry }: { entry: ModeratedEntry }) {
  const t = await getTranslations("entries");
  if (entry.correction) return <ProposedChanges entry={entry.correction} isOpen={isWaiting(entry.row)} />;
  if (entry.action)
    return (
      <>
        <h2 className="mb-2 text-2xl">{t("action.proposed")}</h2>
        <ProposedAction entry={entry.action} />
        <BesideAction entry={entry.action} />
      </>
    );
  if (entry.solidarity)
    return (
      <>
        <h2 className="mb-2 text-2xl">{t("solidarity.proposed")}</h2>
        <ProposedSolidarity entry={entry.solidarity} />
        <BesideSolidarity entry={entry.solidarity} />
      </>
    );
  if (entry.plain) {
    const said = await getTranslations("contribute");
    return (
      <>
        <h2 className="mb-2 text-2xl">{entry.comparison ? t("moderated.claim") : said("proposed")}</h2>
        <ProposedPlain entry={entry.plain} />
        <BesideRecord entry={entry} />
        <BesidePlain entry={entry.plain} />
      </>
    );
  }
  return (
    <>
      <h2 className="mb-2 text-2xl">{t("moderated.claim")}</h2>
      <ProposedClaim entry={entry} />
      <BesideRecord entry={entry} />
      <h2 className="mt-8 mb-2 text-2xl">{t("moderated.sources")}</h2>
      <EntrySources sources={entry.proposal?.sources ?? []} checks={entry.comparison?.sources ?? []} />
    </>
  );
}
