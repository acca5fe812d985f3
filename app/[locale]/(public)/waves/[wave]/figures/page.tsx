import type { Metadata } from "next";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ItemRow } from "@/components/lists/item-row";
import { ListHead } from "@/components/lists/list-head";
import { Sides } from "@/components/lists/sides";
import { valueLabels } from "@/components/lists/value-labels";
import { claimListView } from "@/lib/features/figures/view/claim-list";
import { sidesView } from "@/lib/features/figures/view/sides";
import { loadReading } from "@/lib/features/waves/loaders";
import { filteredList, narrowedPath } from "@/lib/features/waves/view/filtered-list";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { t, text, record } = await loadReading({ locale, wave });
  const title = `${t("figures.title")}, ${text(record.wave.names)}`;
  return pageMetadata({ locale, path: `/waves/${wave}/figures`, title, description: t("figures.lead") });
}

export default async function FiguresPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const context = await loadReading(await params, asked);
  const list = filteredList("figures", claimListView, { context, params: asked });
  const shown = new Set(list.shown.map(({ id }) => id));
  return (
    <>
      <WaveNav context={context} />
      <ListHead
        title={context.t("figures.title")}
        lead={context.t("figures.lead")}
        list={list}
        labelOf={valueLabels(context, "figures")}
        context={context}
      />
      <div className="mb-8">
        <Sides
          view={sidesView(context, narrowedPath("figures", list.filter), ({ id }) => shown.has(id))}
          context={context}
        />
      </div>
      <ul>
        {list.shown.map((item) => (
          <ItemRow key={item.id} item={item} context={context}>
            {item.words ? (
              <p className="text-sm">
                <q lang={item.words.language ?? undefined}>{item.words.text}</q>
              </p>
            ) : null}
          </ItemRow>
        ))}
      </ul>
    </>
  );
}
