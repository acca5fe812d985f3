import { Section } from "@/components/dashboard/section";
import { ItemRow } from "@/components/lists/item-row";
import type { RegionView } from "@/lib/features/regions/view/region";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/** What happened in the region, and where silence about it means nothing. */
export function RegionTimeline({ view, context }: { view: RegionView; context: ReadingContext }) {
  const { t, waveHref } = context;
  const more = { href: waveHref(`/timeline?region=${view.code}`), label: t("region.moreTimeline") };
  return (
    <>
      <Section id="timeline" title={t("region.timeline", { count: view.timeline.length })} more={more}>
        <ol>
          {view.timeline.map((item) => (
            <ItemRow key={item.id} item={item} context={context} />
          ))}
        </ol>
        {view.timeline.length === 0 ? <p>{t("region.nothing")}</p> : null}
      </Section>
      <Section id="coverage" title={t("region.coverage")}>
        <ul className="max-w-prose text-sm">
          {view.coverage.map(({ name, href }) => (
            <li key={href} className="border-t border-rule py-2">
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
