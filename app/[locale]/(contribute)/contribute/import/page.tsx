import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BatchList } from "@/components/imports/batch-list";
import { UploadForm } from "@/components/imports/upload-form";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { loadImports } from "@/lib/features/imports/loaders";
import { MOST_ROWS } from "@/lib/features/imports/schema/cut-file";
import { IMPORT_FIELDS, IMPORT_KINDS } from "@/lib/features/imports/schema/fields";
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
      <div className="mt-6 max-w-prose text-sm text-ink-2">
        {IMPORT_KINDS.map((kind) => (
          <p key={kind} className="mb-2 break-words">
            <strong>{t(`kinds.${kind}`)}.</strong>{" "}
            {t("upload.columns", { columns: IMPORT_FIELDS[kind].map(({ name }) => name).join(", ") })}
          </p>
        ))}
      </div>
      <BatchList batches={batches} locale={locale} />
    </>
  );
}
