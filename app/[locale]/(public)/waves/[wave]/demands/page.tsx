import type { Metadata } from "next";
import { Section } from "@/components/dashboard/section";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { Answers } from "@/components/demands/answers";
import { MatrixTable } from "@/components/demands/matrix-table";
import { DemandRow } from "@/components/lists/demand-row";
import { ListHead } from "@/components/lists/list-head";
import { valueLabels } from "@/components/lists/value-labels";
import { loadDemands } from "@/lib/features/demands/loaders";
import { demandsView } from "@/lib/features/demands/view";
import { matrixView } from "@/lib/features/demands/view/matrix";
import { loadReading } from "@/lib/features/waves/loaders";
import { filteredList } from "@/lib/features/waves/view/filtered-list";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { t, text, record } = await loadReading({ locale, wave });
  const title = `${t("demands.title")}, ${text(record.wave.names)}`;
  return pageMetadata({ locale, path: `/waves/${wave}/demands`, title, description: t("demands.lead") });
}

export default async function DemandsPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const context = await loadReading(await params, asked);
  const list = filteredList("demands", demandsView, { context, params: asked });
  const labelOf = valueLabels(context, "demands");
  const said = await loadDemands(context);
  const { words } = said;
  const shown = new Set(list.shown.map(({ id }) => id));
  const rows = context.record.demands.filter(({ id }) => shown.has(id));
  const matrix = matrixView(rows, said);
  return (
    <>
      <WaveNav context={context} />
      <ListHead
        title={context.t("demands.title")}
        lead={context.t("demands.lead")}
        list={list}
        labelOf={labelOf}
        context={context}
      />
      {rows.length > 0 ? (
        <>
          <Section id="matrix" title={matrix.finding} subtitle={words("lead")}>
            <MatrixTable view={matrix} words={words} />
          </Section>
          <Answers view={matrix} words={words} />
        </>
      ) : null}
      <Section id="demands" title={words("list")}>
        <ol>
          {list.shown.map((item) => (
            <DemandRow key={item.id} item={item} context={context} />
          ))}
        </ol>
      </Section>
    </>
  );
}
