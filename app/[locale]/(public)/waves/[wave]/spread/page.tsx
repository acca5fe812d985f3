import type { Metadata } from "next";
import { ChartFrame } from "@/components/charts/chart-frame";
import { Section } from "@/components/dashboard/section";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ReadingBar } from "@/components/lists/reading-bar";
import { JoiningFigure } from "@/components/regions/joining-figure";
import { JoiningTables } from "@/components/regions/joining-table";
import { RegionDaysGrid } from "@/components/regions/region-days";
import { SpreadMap } from "@/components/regions/spread-map";
import { SpreadTable } from "@/components/regions/spread-table";
import { StandsFor } from "@/components/regions/stands-for";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { loadChart } from "@/lib/features/figures/loaders";
import { loadSpread } from "@/lib/features/regions/loaders";
import { joiningView } from "@/lib/features/regions/view/joining";
import { joiningCharts } from "@/lib/features/regions/view/joining-chart";
import { orderQuery, regionDaysView } from "@/lib/features/regions/view/region-days";
import { askedOrder } from "@/lib/features/regions/view/region-order";
import { spreadView } from "@/lib/features/regions/view/spread";
import type { SpreadContext } from "@/lib/features/regions/view/spread-context";
import { standsForView } from "@/lib/features/regions/view/stands-for";
import { askedStep } from "@/lib/features/regions/view/steps";
import { loadReading } from "@/lib/features/waves/loaders";
import { lensQuery } from "@/lib/features/waves/view/asked-lens";
import { filePath } from "@/lib/shared/files/file-registry";
import { type SearchParams, withQuery } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { t, text, record } = await loadReading({ locale, wave });
  const title = `${t("spread.title")}, ${text(record.wave.names)}`;
  return pageMetadata({ locale, path: `/waves/${wave}/spread`, title, description: t("spread.subtitle") });
}

export default async function SpreadPage({ params, searchParams }: Props) {
  const search = await searchParams;
  const context = await loadReading(await params, search);
  const view = spreadView(context, askedStep(search));
  const { t } = context;
  const said = await loadSpread(context);
  const { words } = said;
  const { order, missed } = askedOrder(search);
  return (
    <>
      <WaveNav context={context} />
      <PageHeading kicker={t("spread.title")} title={<span data-at-step="finding">{view.finding}</span>}>
        <p>{t("spread.subtitle")}</p>
      </PageHeading>
      <ReadingBar
        context={context}
        here={`/${context.locale}/waves/${context.record.wave.slug}/spread`}
        asked={search}
        keep={["at", "order"]}
      />
      <div className="mb-12">
        <SpreadMap view={view} context={said} path={{ page: "/spread", anchor: "", keep: orderQuery(order) }} peek />
      </div>
      <Section id="table" title={t("spread.table")}>
        <div data-at-step="table">
          <SpreadTable view={view} context={said} />
        </div>
      </Section>
      <Section id="each-region" title={words("many.title")} subtitle={words("many.subtitle")}>
        {missed ? <Notice tone="note">{words("many.missed", { order: words(`many.by.${order}`) })}</Notice> : null}
        <RegionDaysGrid view={regionDaysView(said, { order, step: view.step })} words={words} />
      </Section>
      <Section id="joining" title={t("joining.title")} subtitle={t("joining.subtitle")}>
        {joiningCharts(said).map((chart) => (
          <JoiningFigure key={chart.kind} chart={chart} words={words} />
        ))}
        <JoiningTables joining={joiningView(context)} context={context} />
        <p className="mt-4">
          <a href={withQuery(filePath(context.record.wave.slug, "joining"), lensQuery(context.lens))}>
            {words("joining.csv")}
          </a>
        </p>
      </Section>
      <ReachOverTime context={said} />
    </>
  );
}

/** Regions and places day by day, and for how many people they stand. */
async function ReachOverTime({ context }: { context: SpreadContext }) {
  const { record, locale, words } = context;
  const chart = await loadChart({ record, kind: "reach", locale });
  return (
    <>
      <ChartFrame chart={chart} />
      <Section id="stands-for" title={words("stand.title")} subtitle={words("stand.subtitle")}>
        <StandsFor view={standsForView(context)} words={words} />
      </Section>
    </>
  );
}
