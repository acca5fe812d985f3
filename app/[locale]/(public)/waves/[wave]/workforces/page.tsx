import type { Metadata } from "next";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ListHead } from "@/components/lists/list-head";
import { valueLabels } from "@/components/lists/value-labels";
import { WorkforceTable } from "@/components/record/workforce-table";
import { loadRecordsWords } from "@/lib/features/records/loaders";
import { loadTotals } from "@/lib/features/totals/loaders";
import { totalsView } from "@/lib/features/totals/view";
import { loadReading } from "@/lib/features/waves/loaders";
import { workforceLines, workforceListView } from "@/lib/features/workforces/view/list";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = {
  params: Promise<{ locale: string; wave: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const [context, words] = await Promise.all([loadReading({ locale, wave }), loadRecordsWords(locale)]);
  const { total, withFigure } = workforceListView(context, {});
  const title = `${words.record("workforce.title")}, ${context.text(context.record.wave.names)}`;
  const description = words.record("workforce.lead", { all: total, withFigure, silence: context.silence });
  return pageMetadata({ locale, path: `/waves/${wave}/workforces`, title, description });
}

export default async function WorkforcesPage({ params, searchParams }: Props) {
  const address = await params;
  const asked = await searchParams;
  const [context, words] = await Promise.all([loadReading(address, asked), loadRecordsWords(address.locale)]);
  const totals = await loadTotals(context);
  const list = workforceListView(context, asked);
  const t = words.record;
  return (
    <>
      <WaveNav context={context} />
      <ListHead
        title={t("workforce.title")}
        lead={t("workforce.lead", { all: list.total, withFigure: list.withFigure, silence: context.silence })}
        list={list}
        labelOf={valueLabels(context, "workforces")}
        context={context}
      />
      {totalsView(totals)
        .filter(({ kind }) => kind === "strike")
        .map((view) => (
          <p key={view.key} className="mb-4 max-w-prose">
            <a href={context.waveHref(`/totals#${view.key}`)}>{view.title}</a>: {view.summary}
          </p>
        ))}
      <WorkforceTable lines={workforceLines(list.shown, context.record, words)} words={t} />
    </>
  );
}
