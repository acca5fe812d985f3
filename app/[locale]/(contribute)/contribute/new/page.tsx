import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FigureFormFor } from "@/components/contribute/figure-form-for";
import { NewAction } from "@/components/contribute/new-action";
import { NewCorrection } from "@/components/contribute/new-correction";
import { NewSolidarity } from "@/components/contribute/new-solidarity";
import { WorkforceStep } from "@/components/contribute/workforce-step";
import { PageHeading } from "@/components/ui/page-heading";
import { loadNewAction, loadNewCorrection, loadNewFigure, loadNewSolidarity } from "@/lib/features/entries/loaders";
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
  const { workforce: id, kind, record } = await searchParams;
  if (kind === "correction" || kind === "retraction") {
    const words = await getTranslations({ locale, namespace: "corrections.form" });
    const title = words(kind === "correction" ? "titleCorrection" : "titleRetraction");
    return { title: typeof record === "string" ? `${title}: ${record}` : title, robots: { index: false } };
  }
  if (kind === "action") {
    const words = await getTranslations({ locale, namespace: "entries.action" });
    return { title: words("title"), robots: { index: false } };
  }
  if (kind === "solidarity") {
    const words = await getTranslations({ locale, namespace: "entries.solidarity" });
    return { title: words("title"), robots: { index: false } };
  }
  const t = await getTranslations({ locale, namespace: "entries.new" });
  const subject = typeof id === "string" ? subjectById(await loadPublicRecord(), id) : null;
  const workforce = plainText(subject?.workforce.names, locale);
  return { title: workforce ? `${t("title")}: ${workforce}` : t("title"), robots: { index: false } };
}

export default async function NewEntryPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { q, workforce, kind, record, wave } = await searchParams;
  setRequestLocale(locale);
  if (kind === "correction" || kind === "retraction") {
    const recordId = typeof record === "string" ? record : "";
    const loaded = await loadNewCorrection(locale, kind, recordId);
    return <NewCorrection {...{ kind, recordId, ...loaded }} records={await loadPublicRecord()} />;
  }
  if (kind === "action") return <LogAction locale={locale} wave={wave} workforce={workforce} />;
  if (kind === "solidarity") {
    const slug = typeof wave === "string" ? wave : undefined;
    const key = await loadNewSolidarity(locale, slug);
    return <NewSolidarity slug={slug} {...key} records={await loadPublicRecord()} />;
  }
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

type Asked = { locale: Locale } & Record<"wave" | "workforce", string | string[] | undefined>;

async function LogAction({ locale, wave, workforce }: Asked) {
  const slug = typeof wave === "string" ? wave : undefined;
  const key = await loadNewAction(locale, slug);
  const of = typeof workforce === "string" ? workforce : "";
  return <NewAction slug={slug} workforce={of} {...key} records={await loadPublicRecord()} />;
}
