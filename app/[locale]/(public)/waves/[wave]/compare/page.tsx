import type { Metadata } from "next";
import { ChartFrame } from "@/components/charts/chart-frame";
import { CompareForm } from "@/components/comparisons/compare-form";
import { ComparedTable } from "@/components/comparisons/compared-table";
import { RegionLanesFigure } from "@/components/comparisons/region-lanes";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ReadingBar } from "@/components/lists/reading-bar";
import { RelatedCut } from "@/components/record/related-cut";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { type AskedComparison, comparisonQuery } from "@/lib/features/comparisons/view/asked";
import { compareChoices } from "@/lib/features/comparisons/view/choices";
import type { ComparedValue, Comparison } from "@/lib/features/comparisons/view/compared";
import { comparisonOf } from "@/lib/features/comparisons/view/comparison";
import { regionLanes } from "@/lib/features/comparisons/view/lanes";
import { loadChart } from "@/lib/features/figures/loaders";
import { loadRegions } from "@/lib/features/regions/loaders";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import { loadReading } from "@/lib/features/waves/loaders";
import { lensQuery } from "@/lib/features/waves/view/asked-lens";
import { filePath } from "@/lib/shared/files/file-registry";
import { type SearchParams, withQuery } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";
import { loadComparison } from "./load-comparison";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { say, text, record } = await loadRegions(await loadReading({ locale, wave }));
  const title = `${say("compare.title")}, ${text(record.wave.names)}`;
  return pageMetadata({ locale, path: `/waves/${wave}/compare`, title, description: say("compare.lead") });
}

export default async function ComparePage({ params, searchParams }: Props) {
  const search = await searchParams;
  const address = await params;
  const { asked, context } = await loadComparison(address, search);
  const { say } = context;
  return (
    <>
      <WaveNav context={context} />
      <PageHeading title={say("compare.title")}>
        <p>{say("compare.lead")}</p>
      </PageHeading>
      <RelatedCut context={context} />
      {asked.missed ? <Notice tone="note">{say(`compare.missed.${asked.kind}`)}</Notice> : null}
      {asked.twice ? <Notice tone="note">{say(`compare.twice.${asked.kind}`)}</Notice> : null}
      <CompareForm asked={asked} choices={compareChoices(asked.kind, context)} context={context} />
      <ReadingBar
        context={context}
        here={`/${context.locale}/waves/${address.wave}/compare`}
        asked={search}
        keep={["of", "regions", "workforces"]}
      />
      {asked.names.length < 2 ? (
        <p>{say(`compare.tooFew.${asked.kind}`)}</p>
      ) : (
        <SideBySide asked={asked} context={context} />
      )}
    </>
  );
}

type Compared = { asked: AskedComparison; context: RegionContext };

/** The same axes first, then everything in words and as a file. */
async function SideBySide({ asked, context }: Compared) {
  const { say, record, lens } = context;
  const comparison = comparisonOf(asked, context);
  const query = comparisonQuery(asked);
  const files = [
    { href: filePath(record.wave.slug, "comparison"), text: say("compare.csv") },
    { href: `/${context.locale}/waves/${record.wave.slug}/compare`, text: say("compare.link") },
  ];
  return (
    <>
      {asked.kind === "regions" ? (
        <RegionLanesFigure view={regionLanes(asked.names, context)} context={context} />
      ) : (
        <Strikes subjects={comparison.subjects} context={context} />
      )}
      <ComparedTable comparison={comparison} context={context} />
      <p className="mt-3 max-w-prose text-sm text-ink-2">{say("compare.notAdded")}</p>
      <ul className="mt-4 flex flex-wrap gap-x-6">
        {files.map(({ href, text }) => (
          <li key={href}>
            <a href={withQuery(`${href}?${query}`, lensQuery(lens))}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

async function Strikes({ subjects, context }: { subjects: Comparison["subjects"]; context: RegionContext }) {
  const { record, locale, say, list } = context;
  const hasNone = ({ indicator, start }: ComparedValue) => indicator === "first_strike" && start === null;
  const silent = subjects.filter(({ values }) => values.some(hasNone));
  if (silent.length === subjects.length) return <p className="mb-8">{say("compare.noneDrawn")}</p>;
  const filter = { workforceIds: subjects.map(({ id }) => id) };
  return (
    <>
      <ChartFrame chart={await loadChart({ record, kind: "participation", locale, filter })} />
      {silent.length > 0 ? (
        <p className="mb-8 max-w-prose text-sm">
          {say("compare.noRow", { names: list(silent.map(({ name }) => name)) })}
        </p>
      ) : null}
    </>
  );
}
