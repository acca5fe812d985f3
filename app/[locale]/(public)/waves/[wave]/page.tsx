import type { Metadata } from "next";
import { ChartFrame } from "@/components/charts/chart-frame";
import { LatestCorrections } from "@/components/corrections/latest-corrections";
import { DashboardLists } from "@/components/dashboard/dashboard-lists";
import { DashboardSpread } from "@/components/dashboard/dashboard-spread";
import { KeyFigures } from "@/components/dashboard/key-figures";
import { LiveNotice } from "@/components/dashboard/live-notice";
import { Section } from "@/components/dashboard/section";
import { WaveHead } from "@/components/dashboard/wave-head";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ReadingBar } from "@/components/lists/reading-bar";
import { Sides } from "@/components/lists/sides";
import { TotalsSummary } from "@/components/totals/totals-summary";
import { WithheldCount } from "@/components/withholding/withheld-count";
import { latestCorrections, loadChangeContext } from "@/lib/features/corrections/loaders";
import { loadChart } from "@/lib/features/figures/loaders";
import { sidesView } from "@/lib/features/figures/view/sides";
import { loadSpread } from "@/lib/features/regions/loaders";
import { askedStep } from "@/lib/features/regions/view/steps";
import { loadTotals } from "@/lib/features/totals/loaders";
import { totalsView } from "@/lib/features/totals/view";
import { loadReading } from "@/lib/features/waves/loaders";
import { headlineOf } from "@/lib/features/waves/view/headline";
import { keyFigures } from "@/lib/features/waves/view/key-figures";
import { CHART_KINDS } from "@/lib/shared/chart/chart";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const context = await loadReading({ locale, wave });
  const title = context.text(context.record.wave.names);
  const { title: finding, lead } = headlineOf(context);
  return pageMetadata({ locale, path: `/waves/${wave}`, title, description: `${finding}. ${lead}` });
}

/** So many of the newest corrections stand on the dashboard. */
const LATEST = 3;

export default async function WavePage({ params, searchParams }: Props) {
  const search = await searchParams;
  const context = await loadReading(await params, search);
  const totals = await loadTotals(context);
  const asked = askedStep(search);
  const latest = latestCorrections(context, LATEST);
  const { record, locale, t } = context;
  const [participation, reach, crowds] = await Promise.all(
    CHART_KINDS.map((kind) => loadChart({ record, kind, locale })),
  );
  return (
    <>
      <WaveNav context={context} />
      <WaveHead context={context} />
      <ReadingBar context={context} here={`/${locale}/waves/${record.wave.slug}`} asked={search} />
      <KeyFigures figures={keyFigures(context)} label={t("key.label")} />
      <WithheldCount context={context} />
      {participation ? <ChartFrame chart={participation} /> : null}
      {reach ? <ChartFrame chart={reach} /> : null}
      <DashboardSpread context={await loadSpread(context)} asked={asked} />
      {crowds ? <ChartFrame chart={crowds} /> : null}
      <Section
        id="sides"
        title={t("sides.title")}
        more={{ href: context.waveHref("/figures"), label: t("figures.title") }}
      >
        <Sides view={sidesView(context, "#sides")} context={context} />
      </Section>
      {record.part?.digest ? null : (
        <TotalsSummary
          title={totals.words("title")}
          lead={totals.words("dashboard.lead", { silence: totals.silence })}
          more={{ href: context.waveHref("/totals"), label: totals.words("dashboard.more") }}
          measures={totalsView(totals)}
          workingHref={(anchor) => context.waveHref(`/totals#${anchor}`)}
          words={totals.words}
        />
      )}
      <DashboardLists context={context} />
      {latest ? <LatestCorrections log={latest} said={await loadChangeContext(latest.context.record, locale)} /> : null}
      <LiveNotice
        wave={record.wave.slug}
        version={record.version}
        texts={{ news: t("live.news"), reload: t("live.reload"), dismiss: t("live.dismiss") }}
      />
    </>
  );
}
