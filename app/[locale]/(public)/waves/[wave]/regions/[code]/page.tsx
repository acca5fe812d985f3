import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ReadingBar } from "@/components/lists/reading-bar";
import { LaterRegion } from "@/components/regions/later-region";
import { RegionFacts } from "@/components/regions/region-facts";
import { RegionFiguresTables } from "@/components/regions/region-figures";
import { RegionTimeline } from "@/components/regions/region-timeline";
import { TotalsSummary } from "@/components/totals/totals-summary";
import { laterRegion, regionView } from "@/lib/features/regions/view/region";
import { loadTotals } from "@/lib/features/totals/loaders";
import { totalsView } from "@/lib/features/totals/view";
import { loadReading } from "@/lib/features/waves/loaders";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string; code: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave, code } = await params;
  const context = await loadReading({ locale, wave });
  const name = context.text(context.record.regions.find(({ id }) => id === code)?.names);
  const about = context.text(context.record.wave.names);
  return pageMetadata({
    ...{ locale, path: `/waves/${wave}/regions/${code}`, title: `${name}, ${about}` },
    description: context.t("region.description", { name, wave: about }),
  });
}

export default async function RegionPage({ params, searchParams }: Props) {
  const { code, ...address } = await params;
  const asked = await searchParams;
  const context = await loadReading(address, asked);
  const totals = await loadTotals(context);
  const view = regionView(context, code);
  if (view === null) {
    const later = laterRegion(context, code);
    if (later === null) notFound();
    return (
      <>
        <WaveNav context={context} />
        <LaterRegion region={later} context={context} />
      </>
    );
  }
  return (
    <>
      <WaveNav context={context} />
      <RegionFacts view={view} context={context} />
      <ReadingBar context={context} here={`/${context.locale}/waves/${address.wave}/regions/${code}`} asked={asked} />
      <RegionTimeline view={view} context={context} />
      <TotalsSummary
        title={totals.words("region.title")}
        lead={totals.words("dashboard.lead", { silence: totals.silence })}
        more={{ href: context.waveHref("/totals"), label: totals.words("region.more") }}
        measures={totalsView(totals, code)}
        workingHref={() => "#figures"}
        words={totals.words}
      />
      <RegionFiguresTables view={view} context={context} />
    </>
  );
}
