import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { ChartFrame } from "@/components/charts/chart-frame";
import { ProposeLinks } from "@/components/corrections/propose-links";
import { ReviewNotice } from "@/components/corrections/under-review";
import { ReadingBar } from "@/components/lists/reading-bar";
import { FactList } from "@/components/record/fact-list";
import { PartList, PartText } from "@/components/record/part-text";
import { RateBlock } from "@/components/record/rate-block";
import { Tombstone } from "@/components/record/record-sections";
import { RelatedCut } from "@/components/record/related-cut";
import { Section } from "@/components/record/section";
import { SizeGroups } from "@/components/record/size-groups";
import { SourceGroups } from "@/components/record/source-groups";
import { ActionTable, EmployerBlock, FigureTable } from "@/components/record/workforce-parts";
import { StrikesTable } from "@/components/totals/strikes-table";
import { loadCorrectionWords } from "@/lib/features/corrections/loaders";
import { loadChart } from "@/lib/features/figures/loaders";
import { loadRecordsWords } from "@/lib/features/records/loaders";
import { loadRegions } from "@/lib/features/regions/loaders";
import { loadTotals } from "@/lib/features/totals/loaders";
import { strikesView } from "@/lib/features/totals/view/strikes";
import { loadReadingOfWorkforce } from "@/lib/features/waves/loaders";
import { lensQuery, RECORD_LENS } from "@/lib/features/waves/view/asked-lens";
import { workforceSlug, workforceView } from "@/lib/features/workforces/view";
import { type SearchParams, withQuery } from "@/lib/shared/search-params";
import { pageMetadata } from "../../page-metadata";

type Props = { params: Promise<{ locale: string; workforce: string }>; searchParams: Promise<SearchParams> };

async function load({ params, searchParams }: Props) {
  const { locale, workforce } = await params;
  const asked = await searchParams;
  const [context, words] = await Promise.all([
    loadReadingOfWorkforce({ locale, workforce }, asked),
    loadRecordsWords(locale),
  ]);
  const slug = workforceSlug([context.kept], workforce) ?? notFound();
  if (slug !== workforce) permanentRedirect(`/${locale}/workforces/${slug}`);
  return { view: workforceView([context.record], slug, words) ?? notFound(), context, words, asked };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, words } = await load(props);
  const description = view.rates[0]?.refusal ?? view.rates[0]?.working ?? view.name.text;
  return pageMetadata({
    locale: words.locale,
    path: `/workforces/${view.slug}`,
    title: view.name.text,
    description,
    feed: `/api/v1/workforces/${view.slug}/corrections.atom${words.locale === "en" ? "" : `?locale=${words.locale}`}`,
  });
}

export default async function WorkforcePage(props: Props) {
  const { view, context, words, asked } = await load(props);
  const { record: t, locale } = words;
  const totals = await loadTotals(context);
  const { record, silence } = context;
  const { say } = await loadRegions(context);
  const noFigures = t("workforce.figuresNone", { silence });
  const corrections = await loadCorrectionWords(locale);
  const chart = view.hasStrike
    ? await loadChart({ record, kind: "participation", locale, filter: { workforceId: view.id } })
    : null;
  return (
    <>
      <div className="mb-6 max-w-3xl">
        <p className="mb-2 text-xs tracking-wider text-ink-2 uppercase">
          {t("kind.workforce")} {view.id} · <PartText part={view.wave} />
        </p>
        <h1 className="text-2xl sm:text-4xl">
          <PartText part={view.name} />
        </h1>
        <p className="mt-2">
          <a href={context.waveHref(`/compare?workforces=${view.slug}`)}>{say("compare.with.workforce")}</a>
        </p>
      </div>
      <Tombstone view={view} words={t} />
      <RelatedCut context={context} />
      <ReviewNotice open={record.openCorrections[view.id] ?? []} fullDay={context.fullDay} words={corrections} />
      <FactList facts={view.facts} />
      <ReadingBar context={context} here={`/${locale}/workforces/${view.slug}`} asked={asked} />
      {chart ? <ChartFrame chart={chart} /> : null}
      <Section id="rate" title={t("workforce.rate")}>
        <RateBlock rates={view.rates} reported={view.reported} words={t} />
      </Section>
      <Section id="strikes" title={totals.words("workforce.title")} lead={totals.words("strikes.lead")}>
        <StrikesTable
          view={strikesView(totals, view.id)}
          words={totals.words}
          empty={totals.words("workforce.empty")}
          total={false}
        />
      </Section>
      <Section id="figures" title={t("workforce.figures")}>
        <FigureTable groups={view.figures} caption={t("workforce.figures")} empty={noFigures} words={t} />
      </Section>
      {view.shared.length > 0 ? (
        <Section id="shared" title={t("workforce.shared")} lead={t("workforce.sharedLead")}>
          <FigureTable groups={view.shared} caption={t("workforce.shared")} empty={noFigures} words={t} />
        </Section>
      ) : null}
      <Section id="sizes" title={t("workforce.sizes")}>
        <SizeGroups sizes={view.sizes} words={t} />
        <p className="mt-3">
          <a href={withQuery(`/${locale}/workforces/${view.slug}/sizes`, lensQuery(context.lens, RECORD_LENS))}>
            {totals.words("sizes.open")}
          </a>
        </p>
      </Section>
      <Section id="actions" title={t("workforce.actions")}>
        <ActionTable actions={view.actions} words={t} />
      </Section>
      {view.employer ? (
        <Section id="employer" title={t("workforce.employer")}>
          <EmployerBlock employer={view.employer} words={t} />
        </Section>
      ) : null}
      <Section id="demands" title={t("workforce.demands")}>
        {view.demands.length > 0 ? <PartList parts={view.demands} /> : <p>{t("workforce.demandsNone")}</p>}
      </Section>
      <Section id="solidarity" title={t("workforce.solidarity")}>
        {view.solidarity.length > 0 ? <PartList parts={view.solidarity} /> : <p>{t("workforce.solidarityNone")}</p>}
      </Section>
      <Section id="sources" title={t("workforce.sources")}>
        <SourceGroups groups={view.sources} words={t} level={3} />
      </Section>
      <p className="mt-8">
        <a href={view.recordHref}>{t("workforce.record")}</a>
      </p>
      <ProposeLinks
        locale={locale}
        id={view.id}
        wave={view.waveSlug}
        isRetracted={view.retracted !== null}
        words={corrections}
      />
    </>
  );
}
