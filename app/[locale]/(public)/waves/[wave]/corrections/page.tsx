import type { Metadata } from "next";
import { SealNote } from "@/components/audit/seal-note";
import { correctionLabels } from "@/components/corrections/correction-labels";
import { CorrectionLog, LogFoot } from "@/components/corrections/correction-log";
import { LogCut } from "@/components/corrections/log-cut";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ListHead } from "@/components/lists/list-head";
import { valueLabelsOf } from "@/components/lists/value-labels";
import { correctionList, loadChangeContext, loadCorrectionWords } from "@/lib/features/corrections/loaders";
import { MOST_ON_PAGE } from "@/lib/features/corrections/view/log-bounds";
import { loadSeals } from "@/lib/features/publications/loaders";
import { loadReading } from "@/lib/features/waves/loaders";
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
  const { context: log, list, isCut } = correctionList(context, asked, MOST_ON_PAGE);
  const said = await loadChangeContext(log.record, locale);
  const labelOf = correctionLabels(
    { words: said.words, record: said.context.words },
    valueLabelsOf([log, context], "corrections"),
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
      {isCut ? <LogCut shown={list.shown} filter={list.filter} path={list.path} context={log} /> : null}
      <CorrectionLog lines={list.shown.map((correction) => ({ correction, said }))} />
      <LogFoot words={said.words} feed={feedOf(locale, wave)} />
      <SealNote locale={context.locale} wave={wave} seal={loadSeals(context.record).at(-1) ?? null} />
    </>
  );
}
