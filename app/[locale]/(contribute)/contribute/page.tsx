import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OwnEntryList } from "@/components/contribute/own-entry-list";
import { PageHeading } from "@/components/ui/page-heading";
import { loadOwnEntries } from "@/lib/features/entries/loaders";
import { ownEntryView } from "@/lib/features/entries/view/own-entries";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "entries.contribute" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ContributePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { rows, canPropose, canModerate } = await loadOwnEntries(locale);
  const records = await loadPublicRecord();
  const t = await getTranslations("entries.contribute");
  const start = await getTranslations("contribute.start");
  return (
    <>
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <p className="mb-6 flex flex-wrap gap-x-6">
        {canPropose ? (
          <a href={`/${locale}/contribute/new`} className="inline-block py-2 font-semibold">
            {start("link")}
          </a>
        ) : null}
        {canModerate ? (
          <a href={`/${locale}/moderate`} className="inline-block py-2">
            {t("moderate")}
          </a>
        ) : null}
      </p>
      {canPropose ? null : <p className="mb-6 max-w-prose">{t("runs")}</p>}
      <OwnEntryList entries={rows.map((row) => ownEntryView(row, records))} />
    </>
  );
}
