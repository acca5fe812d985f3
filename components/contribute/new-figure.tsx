import { getLocale, getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { findWorkforces, subjectById } from "@/lib/features/entries/view/workforce-search";
import { FigureFormFor } from "./figure-form-for";
import { WorkforceStep } from "./workforce-step";

type Props = { submissionKey: string; records: readonly WaveRecord[]; workforce: string; query: string };

/** The page to log a figure: first whose it is, then the form. */
export async function NewFigure({ submissionKey, records, workforce, query }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("entries.new");
  const subject = subjectById(records, workforce);
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
