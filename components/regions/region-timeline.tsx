import { Fragment } from "react";
import { CoverageList } from "@/components/coverage/coverage-list";
import { Section } from "@/components/dashboard/section";
import { ItemRow } from "@/components/lists/item-row";
import type { CoverageItem } from "@/lib/features/coverage/view";
import type { TimelineItem } from "@/lib/features/events/view";
import type { RegionView } from "@/lib/features/regions/view/region";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/** What happened in the region, and where silence about it means nothing. */
export function RegionTimeline({ view, context }: { view: RegionView; context: ReadingContext }) {
  const { t, waveHref } = context;
  const cuts = view.coverage.filter(({ isMethod }) => !isMethod);
  const cutsAt = (index: number) =>
    cuts.filter((note) => placeOf(note, view.timeline) === index).map((note) => <CutRow key={note.id} note={note} />);
  const more = { href: waveHref(`/timeline?region=${view.code}`), label: t("region.moreTimeline") };
  return (
    <>
      <Section id="timeline" title={t("region.timeline", { count: view.timeline.length })} more={more}>
        <ol>
          {view.timeline.map((item, index) => (
            <Fragment key={item.id}>
              {cutsAt(index)}
              <ItemRow item={item} context={context} />
            </Fragment>
          ))}
          {cutsAt(view.timeline.length)}
        </ol>
        {view.timeline.length === 0 ? <p>{t("region.nothing")}</p> : null}
      </Section>
      <Section id="coverage" title={t("region.coverage")}>
        <CoverageList items={view.coverage} context={context} />
      </Section>
    </>
  );
}

/** Where a cut stands among the items: before the first that began later or has no date, else after all of them. */
function placeOf({ startsAt }: CoverageItem, items: readonly TimelineItem[]): number {
  const later = items.findIndex((item) => item.dayKey === null || item.startsAt >= startsAt);
  return later === -1 ? items.length : later;
}

function CutRow({ note }: { note: CoverageItem }) {
  return (
    <li className="my-2 border-s-4 border-dotted border-ink-2 ps-3 text-sm text-ink-2">
      <a href={note.href}>{note.cause}</a>, {note.where}, {note.when}
    </li>
  );
}
