import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FigureFormFor } from "@/components/contribute/figure-form-for";
import { WorkforceStep } from "@/components/contribute/workforce-step";
import { PageHeading } from "@/components/ui/page-heading";
import { loadNewFigure } from "@/lib/features/entries/loaders";
import { findWorkforces, subjectById } from "@/lib/features/entries/view/workforce-search";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { workforce: id } = await searchParams;
  const t = await getTranslations({ locale, namespace: "entries.new" });
  const subject = typeof id === "string" ? subjectById(await loadPublicRecord(), id) : null;
  const workforce = plainText(subject?.workforce.names, locale);
  return { title: workforce ? `${t("title")}: ${workforce}` : t("title"), robots: { index: false } };
}

export default async function NewFigurePage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { q, workforce } = await searchParams;
  setRequestLocale(locale);
  const { submissionKey } = await loadNewFigure(locale, typeof workforce === "string" ? workforce : undefined);
  const records = await loadPublicRecord();
  const t = await getTranslations("entries.new");
  const subject = typeof workforce === "string" ? subjectById(records, workforce) : null;
  const query = typeof q === "string" ? q : "";
  return (
    <>
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      {subject === null ? (
        <WorkforceStep query={query} found={findWorkforces(records, query)} />
      ) : (
        <>
          <p className="mb-4">
            <a href={`/${locale}/contribute/new?kind=figure`}>{t("another")}</a>
          </p>
          <FigureFormFor of={{ submissionKey }} initial={{}} canSave subject={subject} />
        </>
      )}
    </>
  );
}
