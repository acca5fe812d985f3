import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BatchButtons, BatchCounts, SameFile } from "@/components/imports/batch-head";
import { BatchProgress } from "@/components/imports/batch-progress";
import { DoubleRowsList } from "@/components/imports/double-rows";
import { LettersForm } from "@/components/imports/letters-form";
import { MappingForm } from "@/components/imports/mapping-form";
import { ReadyRows } from "@/components/imports/ready-rows";
import { RepairForm, WrongRows } from "@/components/imports/wrong-rows";
import { SignedInBar } from "@/components/layout/signed-in-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { loadBatch } from "@/lib/features/imports/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale; batch: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "imports" });
  return { title: t("title"), robots: { index: false } };
}

export default async function BatchFilePage({ params }: Props) {
  const { locale, batch: id } = await params;
  setRequestLocale(locale);
  const page = await loadBatch(locale, id);
  const t = await getTranslations("imports");
  const { batch, letters, progress } = page;
  const canMap = batch.encoding !== null && progress === null && !["withdrawn", "forgotten"].includes(batch.state);
  return (
    <>
      <SignedInBar news={await loadSignedInNews()} />
      <PageHeading kicker={t(`kinds.${batch.kind}`)} title={t("batch.title", { name: batch.fileName || t("pasted") })}>
        {t(`states.${batch.state}`)}
      </PageHeading>
      <SameFile page={page} locale={locale} />
      <BatchProgress page={page} locale={locale} />
      {letters.length > 0 ? <LettersForm page={page} locale={locale} /> : null}
      <BatchCounts page={page} locale={locale} />
      <DoubleRowsList page={page} locale={locale} />
      <ReadyRows page={page} locale={locale} />
      <BatchButtons page={page} locale={locale} />
      <WrongRows page={page} locale={locale} />
      <RepairForm page={page} locale={locale} />
      {canMap ? <MappingForm page={page} locale={locale} /> : null}
      <p className="mt-8">
        <a href={`/${locale}/contribute/import`}>{t("back")}</a>
      </p>
    </>
  );
}
