import type { Metadata } from "next";
import { Section } from "@/components/dashboard/section";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ListHead } from "@/components/lists/list-head";
import { SolidarityRow } from "@/components/lists/solidarity-row";
import { valueLabels } from "@/components/lists/value-labels";
import { Counted } from "@/components/solidarity/counted";
import { Network } from "@/components/solidarity/network";
import { OverTime } from "@/components/solidarity/over-time";
import { loadSolidarity } from "@/lib/features/solidarity/loaders";
import { solidarityView } from "@/lib/features/solidarity/view";
import { countedView } from "@/lib/features/solidarity/view/counted";
import { networkView } from "@/lib/features/solidarity/view/network";
import { overTimeView } from "@/lib/features/solidarity/view/over-time";
import { loadReading } from "@/lib/features/waves/loaders";
import { filteredList } from "@/lib/features/waves/view/filtered-list";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { t, text, record } = await loadReading({ locale, wave });
  const title = `${t("solidarity.title")}, ${text(record.wave.names)}`;
  return pageMetadata({ locale, path: `/waves/${wave}/solidarity`, title, description: t("solidarity.lead") });
}

export default async function SolidarityPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const context = await loadReading(await params, asked);
  const list = filteredList("solidarity", solidarityView, { context, params: asked });
  const labelOf = valueLabels(context, "solidarity");
  const said = await loadSolidarity(context);
  const { words } = said;
  const shown = new Set(list.shown.map(({ id }) => id));
  const rows = context.record.solidarity.filter(({ id }) => shown.has(id));
  return (
    <>
      <WaveNav context={context} />
      <ListHead
        title={context.t("solidarity.title")}
        lead={context.t("solidarity.lead")}
        list={list}
        labelOf={labelOf}
        context={context}
      />
      {rows.length > 0 ? (
        <>
          <Network view={networkView(rows, said)} words={words} />
          <OverTime view={overTimeView(rows, said)} words={words} />
        </>
      ) : null}
      <Counted sentences={countedView(said)} words={words} />
      <Section
        id="acts"
        title={words("network.list")}
        more={{
          href: `/${context.locale}/contribute/new?kind=solidarity&wave=${context.record.wave.slug}`,
          label: words("log"),
        }}
      >
        <ol>
          {list.shown.map((item) => (
            <SolidarityRow key={item.id} item={item} context={context} />
          ))}
        </ol>
      </Section>
    </>
  );
}
