import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AuditTable } from "@/components/audit/audit-table";
import { LogFilterForm } from "@/components/audit/log-filter-form";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { entryLine } from "@/components/moderate/entry-line";
import { PageHeading } from "@/components/ui/page-heading";
import { loadAuditLog } from "@/lib/features/audit/loaders";
import { loadNamedEntries } from "@/lib/features/entries/loaders/queue";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { queueView } from "@/lib/features/entries/view/queue";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "audit.log" });
  return { title: t("title"), robots: { index: false } };
}

export default async function AuditLogPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { filter, log } = await loadAuditLog(locale, await searchParams);
  const t = await getTranslations("audit.log");
  const entryIds = log.rows.flatMap(({ object }) => object?.entryId ?? []);
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <LogFilterForm filter={filter} verbs={log.verbs} />
      <AuditTable log={log} filter={filter} titles={await titlesOf(entryIds, locale)} />
    </>
  );
}

/** What the entries of these lines are about; none of them is there for whoever may not read entries. */
async function titlesOf(ids: string[], locale: Locale): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows, actor, now } = await loadNamedEntries(locale, ids);
  const { titleOf } = await entryLine(locale);
  const entries = queueView(rows, await loadPublicRecord(), { actorId: actor.id, now });
  return new Map(await Promise.all(entries.map(async (row) => [row.id, await titleOf(row)] as const)));
}
