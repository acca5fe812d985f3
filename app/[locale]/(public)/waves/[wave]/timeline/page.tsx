import type { Metadata } from "next";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ListHead } from "@/components/lists/list-head";
import { TimelineDays } from "@/components/lists/timeline-days";
import { valueLabels } from "@/components/lists/value-labels";
import { timelineDays, timelineView } from "@/lib/features/events/view";
import { loadReading } from "@/lib/features/waves/loaders";
import { filteredList } from "@/lib/features/waves/view/filtered-list";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { t, text, record } = await loadReading({ locale, wave });
  const title = `${t("timeline.title")}, ${text(record.wave.names)}`;
  return pageMetadata({ locale, path: `/waves/${wave}/timeline`, title, description: t("timeline.lead") });
}

export default async function TimelinePage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const context = await loadReading(await params, asked);
  const list = filteredList("timeline", timelineView, { context, params: asked });
  const labelOf = valueLabels(context, "timeline");
  return (
    <>
      <WaveNav context={context} />
      <ListHead
        title={context.t("timeline.title")}
        lead={context.t("timeline.lead")}
        list={list}
        labelOf={labelOf}
        context={context}
      />
      <TimelineDays days={timelineDays(list.shown, context)} context={context} />
    </>
  );
}
