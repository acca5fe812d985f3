import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { ReadingBar } from "@/components/lists/reading-bar";
import { PartText } from "@/components/record/part-text";
import { RelatedCut } from "@/components/record/related-cut";
import { SizesAxis } from "@/components/record/sizes-axis";
import { SizesTable } from "@/components/record/sizes-table";
import { PageHeading } from "@/components/ui/page-heading";
import { loadRecordsWords } from "@/lib/features/records/loaders";
import { recordsContext } from "@/lib/features/records/view/context";
import { loadTotals } from "@/lib/features/totals/loaders";
import { loadReadingOfWorkforce } from "@/lib/features/waves/loaders";
import { RECORD_LENS } from "@/lib/features/waves/view/asked-lens";
import { workforceSlug } from "@/lib/features/workforces/view";
import { sizesView } from "@/lib/features/workforces/view/sizes";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; workforce: string }>; searchParams: Promise<SearchParams> };

async function load({ params, searchParams }: Props) {
  const { locale, workforce } = await params;
  const asked = await searchParams;
  const found = await loadReadingOfWorkforce({ locale, workforce }, asked);
  const slug = workforceSlug([found.kept], workforce) ?? notFound();
  if (slug !== workforce) permanentRedirect(`/${locale}/workforces/${slug}/sizes`);
  const wave = found.record.wave.slug;
  const reading = await loadTotals(found);
  const row = reading.record.workforces.find((one) => one.slug === slug) ?? notFound();
  return { reading, row, wave, asked, context: recordsContext(reading.record, await loadRecordsWords(locale)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { reading, row } = await load(props);
  const { words, locale } = reading;
  const title = words("sizes.of", { name: reading.text(row.names) });
  return pageMetadata({ locale, path: `/workforces/${row.slug}/sizes`, title, description: words("sizes.lead") });
}

export default async function SizesPage(props: Props) {
  const { reading, row, wave, asked, context } = await load(props);
  const { words, locale } = reading;
  const view = sizesView(row, context, words);
  const here = `/${locale}/workforces/${row.slug}`;
  return (
    <>
      <p className="mb-2 text-sm">
        <PartText part={context.part(row.names, context.workforceHref(row.slug))} />
      </p>
      <PageHeading title={words("sizes.title")}>
        <p>{words("sizes.lead")}</p>
      </PageHeading>
      <ReadingBar context={reading} here={`${here}/sizes`} asked={asked} names={RECORD_LENS} />
      <RelatedCut context={reading} />
      <SizesAxis
        marks={view.marks}
        years={view.years}
        title={words("sizes.axis")}
        note={words("sizes.axisNote")}
        number={context.number}
      />
      <SizesTable lines={view.lines} words={words} />
      <p className="mt-6 flex flex-wrap gap-x-5 text-sm">
        <a href={context.workforceHref(row.slug)}>{words("sizes.back")}</a>
        <a href={`/api/v1/waves/${wave}/sizes.csv?workforce=${row.slug}`} data-no-print="">
          {words("sizes.csv")}
        </a>
      </p>
    </>
  );
}
