import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DecidedNotice } from "@/components/moderate/decided-notice";
import { QueueTable } from "@/components/moderate/queue-table";
import { PageHeading } from "@/components/ui/page-heading";
import { loadQueue } from "@/lib/features/entries/loaders";
import { queueView } from "@/lib/features/entries/view/queue";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "entries.queue" });
  return { title: t("title"), robots: { index: false } };
}

export default async function QueuePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { decided } = await searchParams;
  setRequestLocale(locale);
  const page = await loadQueue(locale, typeof decided === "string" ? decided : undefined);
  const records = await loadPublicRecord();
  const t = await getTranslations("entries.queue");
  return (
    <>
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <DecidedNotice decided={page.decided} />
      <QueueTable rows={queueView(page.rows, records, { actorId: page.actor.id, now: page.now })} />
      <p className="mt-6">
        <a href={`/${locale}/moderate/log`}>{t("log")}</a>
      </p>
    </>
  );
}
