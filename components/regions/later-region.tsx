import { Section } from "@/components/dashboard/section";
import { ItemRow } from "@/components/lists/item-row";
import { PageHeading } from "@/components/ui/page-heading";
import type { LaterRegionView } from "@/lib/features/regions/view/region";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import { Names, People } from "./region-facts";

type Props = { view: LaterRegionView; context: RegionContext };

/** A region of today that did not exist during the wave leads to the one it was part of, with what is on record of its places. */
export function LaterRegion({ view, context }: Props) {
  const { t, say } = context;
  return (
    <>
      <PageHeading kicker={`${t("region.kicker")} · ${view.code}`} title={view.name}>
        <p>
          {t("region.later", { day: view.day })} <a href={view.partOf.href}>{view.partOf.name}</a>
        </p>
      </PageHeading>
      <dl className="mb-12 grid gap-x-8 gap-y-4 border-y border-rule py-5 text-sm sm:grid-cols-2 lg:grid-cols-4">
        <Names names={view.names} context={context} />
        <People population={view.population} context={context} />
      </dl>
      <Section id="timeline" title={say("later.title")} subtitle={say("later.lead", { name: view.partOf.name })}>
        <ol>
          {view.items.map((item) => (
            <ItemRow key={item.id} item={item} context={context} />
          ))}
        </ol>
        {view.items.length === 0 ? <p>{say("later.none")}</p> : null}
      </Section>
    </>
  );
}
