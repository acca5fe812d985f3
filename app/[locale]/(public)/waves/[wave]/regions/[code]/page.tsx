import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChartFrame } from "@/components/charts/chart-frame";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ReadingBar } from "@/components/lists/reading-bar";
import { RelatedCut } from "@/components/record/related-cut";
import { LaterRegion } from "@/components/regions/later-region";
import { OneRegionDays } from "@/components/regions/one-region-days";
import { RegionFacts } from "@/components/regions/region-facts";
import { RegionFiguresTables } from "@/components/regions/region-figures";
import { RegionPlaces } from "@/components/regions/region-places";
import { RegionTimeline } from "@/components/regions/region-timeline";
import { TotalsSummary } from "@/components/totals/totals-summary";
import { loadChart } from "@/lib/features/figures/loaders";
import { loadRegions } from "@/lib/features/regions/loaders";
import { laterRegion, type RegionView, regionView } from "@/lib/features/regions/view/region";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import { loadTotals } from "@/lib/features/totals/loaders";
import { totalsView } from "@/lib/features/totals/view";
import { loadReading, loadReadingOf } from "@/lib/features/waves/loaders";
import type { ChartKind } from "@/lib/shared/chart/chart";
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
  const context = await loadRegions(await loadReadingOf(address, { regions: [code] }, asked));
  const view = regionView(context, code);
  if (view === null) {
    const later = laterRegion(context, code);
    if (later === null) notFound();
    return (
      <>
        <WaveNav context={context} />
        <LaterRegion view={later} context={context} />
      </>
    );
  }
  return (
    <>
      <WaveNav context={context} />
      <RegionFacts view={view} context={context} />
      <RelatedCut context={context} />
      <ReadingBar context={context} here={`/${context.locale}/waves/${address.wave}/regions/${code}`} asked={asked} />
      <RegionPlaces view={view} context={context} />
      <OneRegionDays days={view.days} context={context} />
      <RegionTimeline view={view} context={context} />
      <Counted view={view} context={context} />
    </>
  );
}

/** What was counted: drawn, added up where it may be, and claim by claim. */
async function Counted({ view, context }: { view: RegionView; context: RegionContext }) {
  const { record, locale } = context;
  const totals = await loadTotals(context);
  const measures = totalsView(totals, view.code);
  const chart = (kind: ChartKind) => loadChart({ record, kind, locale, filter: { regionId: view.code } });
  return (
    <>
      {view.hasStrikers ? <ChartFrame chart={await chart("participation")} /> : null}
      {view.hasGatherings ? <ChartFrame chart={await chart("crowds")} /> : null}
      {measures.length > 0 ? (
        <TotalsSummary
          title={totals.words("region.title")}
          lead={totals.words("dashboard.lead", { silence: totals.silence })}
          more={{ href: context.waveHref("/totals"), label: totals.words("region.more") }}
          measures={measures}
          workingHref={() => "#figures"}
          words={totals.words}
        />
      ) : null}
      <RegionFiguresTables view={view} context={context} />
    </>
  );
}
