import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AuditTable } from "@/components/audit/audit-table";
import { LogFilterForm } from "@/components/audit/log-filter-form";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { loadAuditLog } from "@/lib/features/audit/loaders";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
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
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <LogFilterForm filter={filter} verbs={log.verbs} />
      <AuditTable log={log} filter={filter} />
    </>
  );
}
