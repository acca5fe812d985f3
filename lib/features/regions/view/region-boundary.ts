import { publishedOf } from "@/lib/domain/published";
import type { RegionRow } from "@/lib/domain/wave-record";
import type { NamedLink } from "./joining";
import type { RegionContext } from "./region-context";
import { movedPlaces } from "./region-places";

/** A unit that was taken out of a region after the wave, with what of this record lies in it. */
export type LaterUnit = NamedLink & {
  day: string;
  places: string[];
  /** Of the people counted for the region on the same day, how many lived there; null where nobody counted them. */
  people: string | null;
  /** Records of the wave that name a place in it. */
  records: number;
};

/** A region's boundary on the wave's first day: what it was taken out of before, and what was taken out of it since. */
export type Boundary = { cameFrom: (NamedLink & { day: string }) | null; later: LaterUnit[] };

export function boundaryOf(region: RegionRow, context: RegionContext): Boundary {
  const { record } = context;
  const parent = record.regions.find(({ id }) => id === region.partOfId);
  const moved = movedPlaces(region.id, context);
  const units = record.regions.filter(
    ({ partOfId, validFrom }) => partOfId === region.id && validFrom !== null && validFrom > record.wave.lastDay,
  );
  return {
    cameFrom: parent && region.validFrom ? { ...linkTo(parent, context), day: context.date(region.validFrom) } : null,
    later: units.map((unit) => {
      const places = moved.get(unit.id) ?? [];
      const ids = new Set(places.map(({ id }) => id));
      const happenings = [...publishedOf(record.actions), ...publishedOf(record.events)];
      const isCounted = unit.population !== null && unit.populationOn === region.populationOn;
      return {
        ...linkTo(unit, context),
        day: context.date(unit.validFrom ?? ""),
        places: places.map(({ names }) => context.text(names)),
        people: isCounted ? context.number(unit.population ?? 0) : null,
        records: happenings.filter(({ localityId }) => ids.has(localityId ?? "")).length,
      };
    }),
  };
}

function linkTo({ id, names }: RegionRow, context: RegionContext): NamedLink {
  return { name: context.text(names), href: context.waveHref(`/regions/${id}`) };
}
