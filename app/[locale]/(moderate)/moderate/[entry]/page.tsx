import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ProposedChanges } from "@/components/contribute/proposed-changes";
import { correctionTitle } from "@/components/contribute/said";
import { BesideRecord } from "@/components/moderate/beside-record";
import { DecideForm } from "@/components/moderate/decide-form";
import { DecidedNotice } from "@/components/moderate/decided-notice";
import { EntryHistory } from "@/components/moderate/entry-history";
import { EntrySources } from "@/components/moderate/entry-sources";
import { EntryStanding } from "@/components/moderate/entry-standing";
import { ProposedClaim } from "@/components/moderate/proposed-claim";
import { PageHeading } from "@/components/ui/page-heading";
import { loadModeratedEntry } from "@/lib/features/entries/loaders";
import { readInput } from "@/lib/features/entries/schema";
import { subjectOf } from "@/lib/features/entries/view/figure-place";
import { moderatedEntryView } from "@/lib/features/entries/view/moderated-entry";
import { nextInQueue } from "@/lib/features/entries/view/queue";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale; entry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, entry: id } = await params;
  const t = await getTranslations({ locale, namespace: "entries.moderated" });
  const { row } = await loadModeratedEntry(locale, id);
  const subject = subjectOf(await loadPublicRecord(), readInput(row.payload));
  const workforce = plainText(subject?.workforce.names, locale);
  return { title: workforce ? t("title", { workforce }) : t("unnamed"), robots: { index: false } };
}

export default async function ModeratedEntryPage({ params, searchParams }: Props) {
  const { locale, entry: id } = await params;
  const { decided } = await searchParams;
  setRequestLocale(locale);
  const page = await loadModeratedEntry(locale, id, typeof decided === "string" ? decided : undefined);
  const { actor, row, queue } = page;
  const entry = moderatedEntryView(row, await loadPublicRecord(), actor);
  const t = await getTranslations("entries.moderated");
  const workforce = plainText(entry.subject?.workforce.names, locale);
  const title = entry.correction ? await correctionTitle(entry.correction, locale) : t("title", { workforce });
  return (
    <DecideForm
      entryId={row.id}
      seenVersion={row.version}
      verbs={entry.verbs}
      next={nextInQueue(queue, actor.id, row.id) ?? ""}
    >
      <p className="mb-4">
        <a href={`/${locale}/moderate`}>{t("back")}</a>
      </p>
      <DecidedNotice decided={page.decided} isNextBelow={page.decided !== null && page.decided.id !== row.id} />
      <PageHeading title={entry.correction || workforce ? title : t("unnamed")}>
        {t("author", { handle: row.authorHandle, version: row.version })}
      </PageHeading>
      <EntryStanding entry={entry} />
      {entry.correction ? (
        <ProposedChanges entry={entry.correction} />
      ) : (
        <>
          <h2 className="mb-2 text-2xl">{t("claim")}</h2>
          <ProposedClaim entry={entry} />
          <BesideRecord entry={entry} />
          <h2 className="mt-8 mb-2 text-2xl">{t("sources")}</h2>
          <EntrySources entry={entry} />
        </>
      )}
      <EntryHistory entry={entry} />
      <h2 className="mb-2 text-2xl">{t("decide")}</h2>
    </DecideForm>
  );
}
