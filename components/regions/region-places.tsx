import { Section } from "@/components/dashboard/section";
import { RegionExtract } from "@/components/map/region-extract";
import { DataTable } from "@/components/ui/data-table";
import { mapShapesOf } from "@/lib/features/regions/view/map-shapes";
import { regionsOfWave } from "@/lib/features/regions/view/record-spread";
import type { RegionView } from "@/lib/features/regions/view/region";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import type { PlaceOfRegion } from "@/lib/features/regions/view/region-places";
import { mapLabels } from "./map-labels";

type Props = { view: RegionView; context: RegionContext };

/** The region on its map, and every place of it in words. */
export function RegionPlaces({ view, context }: Props) {
  const { say, date, record } = context;
  return (
    <Section id="map" title={say("map.title")} subtitle={say("map.subtitle", { day: date(record.wave.firstDay) })}>
      <OnMap view={view} context={context} />
      <div className="mt-6">
        <PlacesTable view={view} context={context} />
      </div>
    </Section>
  );
}

function OnMap({ view, context }: Props) {
  const shapes = mapShapesOf(context.record);
  if (shapes === null) return null;
  return (
    <RegionExtract
      idPrefix="extract"
      title={context.say("map.label", { region: view.name })}
      shapes={shapes}
      code={view.code}
      regions={regionsOfWave(context.record).map(({ id, names, shortNames }) => ({
        code: id,
        name: context.text(names),
        shortName: context.text(shortNames),
        href: context.waveHref(`/regions/${id}`),
      }))}
      markers={view.places.map(({ id, name, kind, size }) => ({
        ...{ localityId: id, name, kind, href: `#place-${id}` },
        ...{ sizeLabel: size?.text ?? null, lower: size?.lower ?? null, upper: size?.upper ?? null },
      }))}
      labels={{ ...mapLabels(context), sizeUnknown: context.silence }}
    />
  );
}

function PlacesTable({ view, context }: Props) {
  const { say } = context;
  const columns = (["place", "happened", "crowd"] as const).map((key) => ({ key, label: say(`places.${key}`) }));
  return (
    <>
      <DataTable
        caption={say("places.title")}
        captionHidden
        columns={columns}
        rows={view.places.map((place) => ({ key: place.id, cells: cellsOf(place, view, context) }))}
        empty={say("places.none")}
      />
      {view.unplaced > 0 ? (
        <p className="mt-3 text-sm text-ink-2">{say("places.unplaced", { count: view.unplaced })}</p>
      ) : null}
    </>
  );
}

function cellsOf(place: PlaceOfRegion, { code }: RegionView, context: RegionContext) {
  const { say, t, waveHref } = context;
  const { name, isSeat, movedTo } = place;
  return {
    place: (
      <span id={`place-${place.id}`} className="scroll-mt-6 font-medium">
        {isSeat ? t("region.seat", { name }) : name}
        {movedTo ? (
          <span className="block text-xs font-normal text-ink-2">{say("places.movedTo", movedTo)}</span>
        ) : null}
      </span>
    ),
    happened:
      place.happened.length === 0 ? (
        <span className="text-ink-2">{say("places.nothing")}</span>
      ) : (
        <ul>
          {place.happened.map((one) => (
            <li key={one.href}>
              <a href={one.href}>{one.name}</a> <span className="text-ink-2">{one.when}</span>
            </li>
          ))}
          {place.more > 0 ? (
            <li>
              <a href={waveHref(`/timeline?region=${code}`)}>{say("places.more", { count: place.more })}</a>
            </li>
          ) : null}
        </ul>
      ),
    crowd: place.size?.text ?? <span className="text-ink-2">{say("places.noCrowd")}</span>,
  };
}
