import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { ModeratorNotes } from "@/components/withholding/moderator-notes";
import { partLabels } from "@/components/withholding/part-labels";
import { PlaceForm } from "@/components/withholding/place-form";
import { WithholdingList } from "@/components/withholding/withholding-list";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { loadRecordForModerators } from "@/lib/features/withholdings/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale; record: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, record } = await params;
  const t = await getTranslations({ locale, namespace: "review.records" });
  return { title: t("one", { id: record }), robots: { index: false } };
}

export default async function RecordForModeratorsPage({ params }: Props) {
  const { locale, record: id } = await params;
  setRequestLocale(locale);
  const record = await loadRecordForModerators(locale, id);
  const t = await getTranslations("review.records");
  const labelOf = await partLabels();
  const parts = record.parts.map(({ part, texts }) => ({ value: part, label: labelOf(part), texts }));
  const isOpen = record.withholdings.some((one) => one.isOpen);
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <PageHeading title={t("one", { id })}>
        <span className="flex flex-wrap gap-x-6 gap-y-2">
          <a href={`/${locale}/records/${id}`}>{t("public")}</a>
          <a href={`/${locale}/moderate/records`}>{t("all")}</a>
        </span>
      </PageHeading>
      <WithholdingList record={record} />
      {isOpen ? null : <PlaceForm recordId={id} parts={parts} isPublished={record.isPublished} />}
      <ModeratorNotes notes={record.notes} about={{ recordId: id }} />
    </>
  );
}
