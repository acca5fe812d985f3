import type { Metadata } from "next";
import { correctionLabels } from "@/components/corrections/correction-labels";
import { CorrectionLog, LogFoot } from "@/components/corrections/correction-log";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ListHead } from "@/components/lists/list-head";
import { valueLabels } from "@/components/lists/value-labels";
import { loadChangeContext, loadCorrectionWords } from "@/lib/features/corrections/loaders";
import { correctionsView } from "@/lib/features/corrections/view";
import { loadReading } from "@/lib/features/waves/loaders";
import { filteredList } from "@/lib/features/waves/view/filtered-list";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

const feedOf = (locale: string, wave: string) =>
  `/api/v1/waves/${wave}/corrections.atom${locale === "en" ? "" : `?locale=${locale}`}`;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { text, record } = await loadReading({ locale, wave });
  const words = await loadCorrectionWords(locale);
  const title = `${words("log.title")}, ${text(record.wave.names)}`;
  const feed = feedOf(locale, wave);
  return pageMetadata({ locale, path: `/waves/${wave}/corrections`, title, description: words("log.lead"), feed });
}

export default async function CorrectionsPage({ params, searchParams }: Props) {
  const { locale, wave } = await params;
  const asked = await searchParams;
  const context = await loadReading({ locale, wave }, asked);
  const said = await loadChangeContext(context.record, locale);
  const list = filteredList("corrections", correctionsView, { context, params: asked });
  const labelOf = correctionLabels(
    { words: said.words, record: said.context.words },
    valueLabels(context, "corrections"),
  );
  return (
    <>
      <WaveNav context={context} />
      <ListHead
        title={said.words("log.title")}
        lead={said.words("log.lead")}
        list={list}
        labelOf={labelOf}
        context={context}
        nothing={said.words(list.total === 0 ? "log.empty" : "log.noneFits")}
      />
      <CorrectionLog lines={list.shown.map((correction) => ({ correction, said }))} />
      <LogFoot words={said.words} feed={feedOf(locale, wave)} />
    </>
  );
}
