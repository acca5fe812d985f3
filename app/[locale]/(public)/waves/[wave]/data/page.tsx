import type { Metadata } from "next";
import { SealNote } from "@/components/audit/seal-note";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { DataFiles } from "@/components/lists/data-files";
import { ReadingBar } from "@/components/lists/reading-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { loadDictionary } from "@/lib/features/dictionary/loaders";
import { loadSeals } from "@/lib/features/publications/loaders";
import { loadReading } from "@/lib/features/waves/loaders";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { t, text, record } = await loadReading({ locale, wave });
  const title = `${t("data.title")}, ${text(record.wave.names)}`;
  return pageMetadata({ locale, path: `/waves/${wave}/data`, title, description: t("data.lead") });
}

export default async function DataPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const context = await loadReading(await params, asked);
  return (
    <>
      <WaveNav context={context} />
      <PageHeading title={context.t("data.title")}>
        <p>{context.t("data.lead")}</p>
      </PageHeading>
      <ReadingBar context={context} here={`/${context.locale}/waves/${context.record.wave.slug}/data`} asked={asked} />
      <DataFiles context={context} dictionary={await loadDictionary(context.locale)} />
      <SealNote
        locale={context.locale}
        wave={context.record.wave.slug}
        seal={loadSeals(context.record).at(-1) ?? null}
      />
    </>
  );
}
