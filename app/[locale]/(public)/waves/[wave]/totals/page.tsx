import type { Metadata } from "next";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ReadingBar } from "@/components/lists/reading-bar";
import { MeasureSection } from "@/components/totals/measure-section";
import { StrikesTable } from "@/components/totals/strikes-table";
import { PageHeading } from "@/components/ui/page-heading";
import { WithheldCount } from "@/components/withholding/withheld-count";
import { loadTotals } from "@/lib/features/totals/loaders";
import { totalsView } from "@/lib/features/totals/view";
import { strikesView } from "@/lib/features/totals/view/strikes";
import { loadReading } from "@/lib/features/waves/loaders";
import { lensQuery } from "@/lib/features/waves/view/asked-lens";
import { filePath } from "@/lib/shared/files/file-registry";
import { type SearchParams, withQuery } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { words, text, record } = await loadTotals(await loadReading({ locale, wave }));
  const title = `${words("title")}, ${text(record.wave.names)}`;
  return pageMetadata({ locale, path: `/waves/${wave}/totals`, title, description: words("lead") });
}

export default async function TotalsPage({ params, searchParams }: Props) {
  const address = await params;
  const asked = await searchParams;
  const context = await loadTotals(await loadReading(address, asked));
  const { words, lens } = context;
  const file = (name: "totals" | "strikes") => withQuery(filePath(address.wave, name), lensQuery(lens));
  const measures = totalsView(context);
  return (
    <>
      <WaveNav context={context} />
      <PageHeading title={words("title")}>
        <p>{words("lead")}</p>
      </PageHeading>
      <ReadingBar context={context} here={`/${context.locale}/waves/${address.wave}/totals`} asked={asked} />
      <WithheldCount context={context} />
      {(["strike", "rally"] as const).map((kind) => (
        <section key={kind} id={kind} aria-labelledby={`${kind}-title`} className="mb-14">
          <h2 id={`${kind}-title`} className="border-t border-ink pt-3 text-2xl">
            {words(`kind.${kind}`)}
          </h2>
          {measures
            .filter((measure) => measure.kind === kind)
            .map((measure) => (
              <MeasureSection key={measure.key} view={measure} words={words} />
            ))}
        </section>
      ))}
      {/* No landmark of its own: the table inside is one, under the same name. */}
      <section id="strikes" className="mb-14">
        <h2 className="border-t border-ink pt-3 text-2xl">{words("strikes.title")}</h2>
        <p className="mt-1 mb-4 max-w-prose text-sm text-ink-2">{words("strikes.lead")}</p>
        <StrikesTable view={strikesView(context)} words={words} />
      </section>
      <p className="flex flex-wrap gap-x-5 text-sm" data-no-print="">
        <a href={file("totals")}>{words("csv.totals")}</a>
        <a href={file("strikes")}>{words("csv.strikes")}</a>
      </p>
    </>
  );
}
