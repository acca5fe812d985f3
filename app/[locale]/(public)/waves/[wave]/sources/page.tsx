import type { Metadata } from "next";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ListHead } from "@/components/lists/list-head";
import { SourceGroups } from "@/components/lists/source-groups";
import { valueLabels } from "@/components/lists/value-labels";
import { sourceGroups, sourcesView } from "@/lib/features/sources/view";
import { loadReading } from "@/lib/features/waves/loaders";
import { filteredList } from "@/lib/features/waves/view/filtered-list";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { t, text, record } = await loadReading({ locale, wave });
  const title = `${t("sources.title")}, ${text(record.wave.names)}`;
  return pageMetadata({ locale, path: `/waves/${wave}/sources`, title, description: t("sources.lead") });
}

export default async function SourcesPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const context = await loadReading(await params, asked);
  const list = filteredList("sources", sourcesView, { context, params: asked });
  const labelOf = valueLabels(context, "sources");
  return (
    <>
      <WaveNav context={context} />
      <ListHead
        title={context.t("sources.title")}
        lead={context.t("sources.lead")}
        list={list}
        labelOf={labelOf}
        context={context}
      />
      <SourceGroups groups={sourceGroups(list.shown)} context={context} />
    </>
  );
}
