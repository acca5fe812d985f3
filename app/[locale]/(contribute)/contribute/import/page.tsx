import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BatchList } from "@/components/imports/batch-list";
import { ColumnsGuide } from "@/components/imports/columns-guide";
import { UploadForm } from "@/components/imports/upload-form";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { loadImports } from "@/lib/features/imports/loaders";
import { MOST_ROWS } from "@/lib/features/imports/schema/cut-file";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import { formatNumber } from "@/lib/shared/format/quantity";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "imports" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ImportPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { batches, megabytes } = await loadImports(locale);
  const t = await getTranslations("imports");
  const waves = (await loadPublicRecord()).map(({ wave }) => ({
    value: wave.id,
    label: plainText(wave.names, locale),
  }));
  const rows = formatNumber(MOST_ROWS, locale);
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <UploadForm {...{ locale, waves, megabytes, rows }} />
      <ColumnsGuide locale={locale} />
      <BatchList batches={batches} locale={locale} />
    </>
  );
}
