import { ItemRow } from "@/components/lists/item-row";
import { HereLink } from "@/components/ui/here-link";
import { demandsView } from "@/lib/features/demands/view";
import { timelineExtract, timelineView } from "@/lib/features/events/view";
import { MOST_OF_TIMELINE } from "@/lib/features/events/view/timeline-picks";
import { solidarityView } from "@/lib/features/solidarity/view";
import { sourcesView } from "@/lib/features/sources/view";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { Section } from "./section";

const MOST_SOLIDARITY = 5;

/** What happened, what was asked, who stood by: an extract of each with the way to the whole. */
export function DashboardLists({ context }: { context: ReadingContext }) {
  const { t, waveHref } = context;
  const timeline = timelineView(context);
  const extract = timelineExtract(timeline, MOST_OF_TIMELINE);
  const solidarity = solidarityView(context);
  const whole = context.record.part?.digest?.counts;
  const more = (path: string, label: string) => ({ href: waveHref(path), label });
  return (
    <>
      <Section
        id="timeline"
        title={t("timeline.title")}
        subtitle={t("dashboard.extract", { shown: extract.length, total: whole?.timeline ?? timeline.length })}
        more={more("/timeline", t("dashboard.moreTimeline"))}
      >
        <ol>
          {extract.map((item) => (
            <ItemRow key={item.id} item={item} context={context} />
          ))}
        </ol>
      </Section>
      <DemandsByKind context={context} />
      <Section
        id="solidarity"
        title={t("solidarity.title")}
        subtitle={t("dashboard.extract", {
          shown: Math.min(solidarity.length, MOST_SOLIDARITY),
          total: whole?.solidarity ?? solidarity.length,
        })}
        more={more("/solidarity", t("dashboard.moreSolidarity"))}
      >
        <ol>
          {solidarity.slice(0, MOST_SOLIDARITY).map((item) => (
            <ItemRow key={item.id} item={item} context={context} />
          ))}
        </ol>
      </Section>
      <SourcesLine context={context} />
    </>
  );
}

function DemandsByKind({ context }: { context: ReadingContext }) {
  const { t, waveHref } = context;
  const kinds = [...Map.groupBy(demandsView(context), ({ kindLabel }) => kindLabel)];
  const more = { href: waveHref("/demands"), label: t("dashboard.moreDemands") };
  return (
    <Section id="demands" title={t("demands.title")} subtitle={t("demands.lead")} more={more}>
      <dl className="grid gap-x-10 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        {kinds.map(([kind, demands]) => (
          <div key={kind} className="border-t border-rule pt-2">
            <dt className="text-sm text-ink-2">{kind}</dt>
            {demands.map(({ id, href, title }) => (
              <dd key={id} className="py-0.5">
                <a href={href}>{title}</a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  );
}

function SourcesLine({ context }: { context: ReadingContext }) {
  const { t, waveHref, fullDay, record } = context;
  const { sources, firstTier: first, languages } = record.part?.digest?.counts ?? countsOf(sourcesView(context));
  const more = { href: waveHref("/sources"), label: t("dashboard.moreSources") };
  const asOf = t("dashboard.asOf", { day: fullDay(record.publishedAt), version: record.version });
  const subtitle = (
    <>
      {asOf} {/* Without scripts the page is told of nothing newer. */}
      <HereLink data-no-print="" className="ms-4">
        {t("live.reload")}
      </HereLink>
    </>
  );
  return (
    <Section id="sources" title={t("sources.count", { count: sources })} subtitle={subtitle} more={more}>
      <p className="max-w-prose">{t("dashboard.sources", { first, languages })}</p>
    </Section>
  );
}

function countsOf(sources: readonly { tier: string; language: string }[]) {
  const firstTier = sources.filter(({ tier }) => tier === "one").length;
  return { sources: sources.length, firstTier, languages: new Set(sources.map(({ language }) => language)).size };
}
