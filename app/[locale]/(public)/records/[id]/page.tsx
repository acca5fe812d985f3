import type { Metadata } from "next";
import { ProposeLinks } from "@/components/corrections/propose-links";
import { ReviewNotice } from "@/components/corrections/under-review";
import { VersionChanges } from "@/components/corrections/version-changes";
import { ReadingBar } from "@/components/lists/reading-bar";
import { NotKnownThen } from "@/components/record/not-known-then";
import { RecordFoot } from "@/components/record/record-foot";
import { RecordHead, RecordSections, Tombstone } from "@/components/record/record-sections";
import { RelatedCut } from "@/components/record/related-cut";
import { WithheldNotice } from "@/components/withholding/withheld-notice";
import { loadChangeContext } from "@/lib/features/corrections/loaders";
import { loadRecordsWords, loadRecordView } from "@/lib/features/records/loaders";
import { loadReadingOfRecord } from "@/lib/features/waves/loaders";
import { RECORD_LENS } from "@/lib/features/waves/view/asked-lens";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../page-metadata";

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<SearchParams> };

async function load({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const asked = await searchParams;
  const context = await loadReadingOfRecord({ locale, id }, asked);
  const bar = <ReadingBar context={context} here={`/${locale}/records/${id}`} asked={asked} names={RECORD_LENS} />;
  return { context, bar, view: await loadRecordView(context.record, locale, id) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, id } = await props.params;
  const { view, context } = await load(props);
  if (view === null) return { title: id, description: context.t("lens.notYet", { id }) };
  const title = `${view.cited.title} (${view.id})`;
  return pageMetadata({ locale, path: `/records/${id}`, title, description: view.lead ?? view.citation });
}

export default async function RecordPage(props: Props) {
  const { view, context, bar } = await load(props);
  const { locale, id } = await props.params;
  if (view === null) return <NotKnownThen id={id} context={context} bar={bar} />;
  const { record: words } = await loadRecordsWords(locale);
  const said = await loadChangeContext(context.record, locale);
  const kind = view.recordKind;
  const isWhole = context.record.withheld.some(
    ({ recordId, scope, putBackAt }) => recordId === view.id && scope === "record" && putBackAt === null,
  );
  return (
    <>
      <RecordHead view={view} />
      {bar}
      <ReviewNotice open={context.record.openCorrections[view.id] ?? []} fullDay={context.fullDay} words={said.words} />
      <WithheldNotice id={view.id} context={context} />
      {isWhole ? null : <Tombstone view={view} words={words} />}
      <RelatedCut context={context} />
      <RecordSections view={view} words={words} />
      <RecordFoot
        view={view}
        words={words}
        changesOf={(version) => <VersionChanges version={version} kind={kind} said={said} />}
      />
      <ProposeLinks
        locale={locale}
        id={view.id}
        wave={context.record.wave.slug}
        isRetracted={view.retracted !== null}
        words={said.words}
      />
    </>
  );
}
