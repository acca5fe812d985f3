import { Notice } from "@/components/ui/notice";
import type { RecordView } from "@/lib/features/records/view";
import type { RecordWords } from "@/lib/features/records/view/context";
import { ClaimGroupView, SubjectClaims } from "./claim-group";
import { FactList } from "./fact-list";
import { PartList, PartText } from "./part-text";
import { Section } from "./section";
import { SourceGroups } from "./source-groups";

type Props = { view: RecordView; words: RecordWords };

export function RecordHead({ view }: Pick<Props, "view">) {
  return (
    <div className="mb-6 max-w-3xl">
      <p className="mb-2 text-xs tracking-wider text-ink-2 uppercase">
        {view.kind} {view.id} · <PartText part={view.wave} />
      </p>
      <h1 className="text-2xl sm:text-4xl" lang={view.title.language ?? undefined}>
        {view.title.text}
      </h1>
      {view.lead ? <p className="mt-3 font-serif text-lg text-ink-2">{view.lead}</p> : null}
    </div>
  );
}

/** A retracted record keeps everything it said, under the reason why it does not count. */
export function Tombstone({
  view: { retracted },
  words,
}: Pick<Props, "words"> & { view: Pick<RecordView, "retracted"> }) {
  if (retracted === null) return null;
  return (
    <Notice tone="note" title={words("retracted.title")}>
      <p>
        {words("decisions.reason")}: <PartText part={retracted.reason} />
      </p>
      <p>{words("retracted.day", { day: retracted.day })}</p>
      <p>{words("retracted.text")}</p>
    </Notice>
  );
}

/** What is claimed, what is recorded, and what belongs to it; a part that a kind of record does not have is left out. */
export function RecordSections({ view, words }: Props) {
  return (
    <>
      {view.claims ? (
        <Section
          id="claims"
          title={words("page.claims")}
          lead={words("page.claimsLead", { count: view.claims.claims.length })}
        >
          <ClaimGroupView group={view.claims} words={words} />
        </Section>
      ) : null}
      <Facts view={view} words={words} />
      <Counted view={view} words={words} />
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
    </>
  );
}

function Facts({ view, words }: Props) {
  return (
    <Section id="facts" title={words("page.facts")}>
      <FactList facts={view.facts} />
      {view.workforceHref ? (
        <p className="mt-3">
          <a href={view.workforceHref}>{words("page.workforce")}</a>
        </p>
      ) : null}
    </Section>
  );
}

function Counted({ view: { figures }, words }: Props) {
  if (figures === null) return null;
  return (
    <Section id="figures" title={words("page.figuresOfIt")}>
      <SubjectClaims groups={figures.groups} words={words} />
      {figures.groups.length === 0 ? <p className="max-w-prose">{figures.none}</p> : null}
      {figures.retracted.length > 0 ? (
        <p className="mt-3 max-w-prose text-sm">
          {words("page.figuresRetracted", { count: figures.retracted.length })} <PartList parts={figures.retracted} />
        </p>
      ) : null}
    </Section>
  );
}
