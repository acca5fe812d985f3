import type { Metadata } from "next";
import { LeftOutNotice } from "@/components/lists/left-out-notice";
import { PartText } from "@/components/record/part-text";
import { filterLabel, WorkforceFilterForm } from "@/components/record/workforce-filter";
import { WorkforceTable } from "@/components/record/workforce-table";
import { PageHeading } from "@/components/ui/page-heading";
import { loadRecordsWords } from "@/lib/features/records/loaders";
import { loadWave } from "@/lib/features/waves/loaders";
import { workforcesView } from "@/lib/features/workforces/view";
import { EVERY_WORKFORCE, workforceFilter } from "@/lib/features/workforces/view/list";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = {
  params: Promise<{ locale: string; wave: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const [record, words] = await Promise.all([loadWave(wave), loadRecordsWords(locale)]);
  const { wavePart, all, withFigure } = workforcesView(record, EVERY_WORKFORCE, words);
  const title = `${words.record("workforce.title")}, ${wavePart.text}`;
  const description = words.record("workforce.lead", { all, withFigure });
  return pageMetadata({ locale, path: `/waves/${wave}/workforces`, title, description });
}

export default async function WorkforcesPage({ params, searchParams }: Props) {
  const { locale, wave } = await params;
  const [record, words] = await Promise.all([loadWave(wave), loadRecordsWords(locale)]);
  const { filter, leftOut } = workforceFilter(await searchParams, record);
  const list = workforcesView(record, filter, words);
  const t = words.record;
  return (
    <>
      <PageHeading title={t("workforce.title")}>
        <p>{t("workforce.lead", { all: list.all, withFigure: list.withFigure })}</p>
      </PageHeading>
      <WorkforceFilterForm list={list} filter={filter} here={`/${locale}/waves/${wave}/workforces`} words={t} />
      <LeftOutNotice title={t("workforce.leftOut")} names={leftOut.map((name) => filterLabel(name, t))} />
      <WorkforceTable lines={list.lines} words={t} />
      <p className="mt-6 flex flex-wrap gap-x-5 text-sm" data-no-print="">
        <a href={`/api/v1/waves/${wave}/workforces.csv`}>{t("workforce.csv")}</a>
        <a href={`/api/v1/waves/${wave}/figures.csv`}>{t("workforce.figuresCsv")}</a>
        <PartText part={list.wavePart} />
      </p>
    </>
  );
}
