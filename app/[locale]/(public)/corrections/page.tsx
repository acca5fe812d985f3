import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { correctionLabels } from "@/components/corrections/correction-labels";
import { CorrectionLog, LogFoot } from "@/components/corrections/correction-log";
import { LogCut } from "@/components/corrections/log-cut";
import { FilterForm } from "@/components/lists/filter-form";
import { ListStatus } from "@/components/lists/list-status";
import { valueLabelsOf } from "@/components/lists/value-labels";
import { PageHeading } from "@/components/ui/page-heading";
import { correctionsOfAll, loadChangeContext, loadCorrectionWords } from "@/lib/features/corrections/loaders";
import { MOST_ON_PAGE } from "@/lib/features/corrections/view/log-bounds";
import { loadReadings } from "@/lib/features/waves/loaders";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../page-metadata";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const words = await loadCorrectionWords(locale);
  return pageMetadata({ locale, path: "/corrections", title: words("log.allTitle"), description: words("log.lead") });
}

export default async function AllCorrectionsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const readings = await loadReadings(locale);
  const list = correctionsOfAll(readings, await searchParams, MOST_ON_PAGE);
  const { contexts } = list;
  const [first] = contexts;
  if (first === undefined) return notFound();
  const said = await Promise.all(contexts.map(({ record }) => loadChangeContext(record, locale)));
  const saidOf = new Map(contexts.map(({ record }, at) => [record.wave.id, said[at] ?? said[0]]));
  const words = await loadCorrectionWords(locale);
  const labels = valueLabelsOf([...contexts, ...readings], "corrections");
  const record = said[0]?.context.words;
  const labelOf = record ? correctionLabels({ words, record }, labels) : labels;
  const path = `/${locale}/corrections`;
  return (
    <>
      <PageHeading title={words("log.allTitle")}>
        <p>{words("log.lead")}</p>
      </PageHeading>
      <FilterForm path={path} filter={list.filter} choices={list.choices} labelOf={labelOf} context={first} />
      <ListStatus
        shown={list.shown.length}
        total={list.total}
        csv={list.csv}
        leftOut={list.leftOut}
        context={first}
        nothing={words(list.total === 0 ? "log.empty" : "log.noneFits")}
      />
      {list.isCut ? (
        <LogCut
          shown={list.shown.map(({ correction }) => correction)}
          filter={list.filter}
          path={path}
          context={first}
        />
      ) : null}
      <CorrectionLog
        lines={list.shown.flatMap(({ correction, context }) => {
          const one = saidOf.get(context.record.wave.id);
          return one ? [{ correction, said: one, wave: context.text(context.record.wave.names) }] : [];
        })}
      />
      <LogFoot words={words} feed={null} />
    </>
  );
}
