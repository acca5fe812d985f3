import type { Metadata } from "next";
import { ReadingBar } from "@/components/lists/reading-bar";
import { ClaimGroupView, SubjectClaims } from "@/components/record/claim-group";
import { FactList } from "@/components/record/fact-list";
import { NotKnownThen } from "@/components/record/not-known-then";
import { PartList, PartText } from "@/components/record/part-text";
import { RecordFoot } from "@/components/record/record-foot";
import { Section } from "@/components/record/section";
import { SourceGroups } from "@/components/record/source-groups";
import { Notice } from "@/components/ui/notice";
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
  const title = `${view.title.text} (${view.id})`;
  return pageMetadata({ locale, path: `/records/${id}`, title, description: view.lead ?? view.citation });
}

export default async function RecordPage(props: Props) {
  const { view, context, bar } = await load(props);
  const { record: words } = await loadRecordsWords((await props.params).locale);
  if (view === null) return <NotKnownThen id={(await props.params).id} context={context} bar={bar} />;
  return (
    <>
      <div className="mb-6 max-w-3xl">
        <p className="mb-2 text-xs tracking-wider text-ink-2 uppercase">
          {view.kind} {view.id} · <PartText part={view.wave} />
        </p>
        <h1 className="text-2xl sm:text-4xl" lang={view.title.language ?? undefined}>
          {view.title.text}
        </h1>
        {view.lead ? <p className="mt-3 font-serif text-lg text-ink-2">{view.lead}</p> : null}
      </div>
      {bar}
      {view.retracted ? (
        <Notice tone="note" title={words("retracted.title")}>
          <p>{words("retracted.reason", { reason: view.retracted.reason })}</p>
          <p>{words("retracted.text")}</p>
        </Notice>
      ) : null}
      {view.claims ? (
        <Section
          id="claims"
          title={words("page.claims")}
          lead={words("page.claimsLead", { count: view.claims.claims.length })}
        >
          <ClaimGroupView group={view.claims} words={words} />
        </Section>
      ) : null}
      <Section id="facts" title={words("page.facts")}>
        <FactList facts={view.facts} />
        {view.workforceHref ? (
          <p className="mt-3">
            <a href={view.workforceHref}>{words("page.workforce")}</a>
          </p>
        ) : null}
      </Section>
      {view.figures ? (
        <Section id="figures" title={words("page.figuresOfIt")}>
          <SubjectClaims groups={view.figures.groups} words={words} />
          {view.figures.groups.length === 0 ? <p className="max-w-prose">{view.figures.none}</p> : null}
        </Section>
      ) : null}
      {view.otherTimes.length > 0 ? (
        <Section id="other-times" title={words("page.otherTimes")}>
          <PartList parts={view.otherTimes} />
        </Section>
      ) : null}
      {view.citesSources ? (
        <Section id="sources" title={words("page.sources")}>
          <SourceGroups groups={view.sources} words={words} level={3} />
        </Section>
      ) : null}
      {view.related.map((related) => (
        <Section key={related.id} id={related.id} title={related.label}>
          <PartList parts={related.items} />
        </Section>
      ))}
      <RecordFoot view={view} words={words} />
    </>
  );
}
