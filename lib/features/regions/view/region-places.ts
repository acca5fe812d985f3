import { publishedOf } from "@/lib/domain/published";
import { isValidOn } from "@/lib/domain/region-validity";
import { spreadKindsOf } from "@/lib/domain/spread-records";
import type { CrowdSize } from "@/lib/domain/wave-digest";
import type { ActionRow, LocalityRow, RegionRow } from "@/lib/domain/wave-record";
import type { NamedLink } from "./joining";
import { largestCrowd } from "./map-at-step";
import type { RegionContext } from "./region-context";

/** A town or field of a region, with what happened there during the whole wave. */
export type PlaceOfRegion = {
  id: string;
  name: string;
  isSeat: boolean;
  /** The region it has been in since the boundary changed, and from when; null where it stayed. */
  movedTo: { name: string; day: string } | null;
  kind: "strike" | "rally" | "both" | "place";
  /** The first of what happened there, and how many more. */
  happened: (NamedLink & { when: string })[];
  more: number;
  size: (CrowdSize & { text: string }) | null;
};

/** So many actions are told of a place; the others are counted. */
const MOST_TOLD = 3;

/** The places that lay in a region on the wave's first day, the seat first, then those with most on record. */
export function placesOfRegion(region: RegionRow, context: RegionContext): PlaceOfRegion[] {
  const { record, locale } = context;
  const byPlace = Map.groupBy(
    publishedOf(record.actions).filter(({ certainty }) => certainty !== "contradicted"),
    ({ localityId }) => localityId,
  );
  const counted = (place: PlaceOfRegion) => place.happened.length + place.more;
  return record.localities
    .filter(({ regions }) => regions.some((one) => one.regionId === region.id && isValidOn(one, record.wave.firstDay)))
    .map((locality) => placeOf(locality, region, { actions: byPlace.get(locality.id) ?? [], context }))
    .toSorted(
      (a, b) => Number(b.isSeat) - Number(a.isSeat) || counted(b) - counted(a) || a.name.localeCompare(b.name, locale),
    );
}

/** The regions that places of a region came to be in after the wave, each with its places. */
export function movedPlaces(code: string, { record }: RegionContext): Map<string, LocalityRow[]> {
  const moved = record.localities.flatMap((locality) => {
    const home = locality.regions.find((one) => isValidOn(one, record.wave.firstDay));
    const later = locality.regions.find(({ validFrom }) => validFrom !== null && validFrom > record.wave.lastDay);
    return home?.regionId === code && later ? [{ locality, to: later.regionId }] : [];
  });
  const byRegion = Map.groupBy(moved, ({ to }) => to);
  return new Map([...byRegion].map(([to, all]) => [to, all.map(({ locality }) => locality)]));
}

type There = { actions: readonly ActionRow[]; context: RegionContext };

function placeOf({ id, names, regions }: LocalityRow, region: RegionRow, { actions, context }: There): PlaceOfRegion {
  const { record } = context;
  const later = regions.find(({ validFrom }) => validFrom !== null && validFrom > record.wave.lastDay);
  const ordered = actions.toSorted((a, b) => a.period.start.earliest - b.period.start.earliest);
  const told = ordered.slice(0, MOST_TOLD).map((action) => ({
    name: context.actionTitle(action),
    href: context.recordHref(action.id),
    when: context.moment(action.period.start, action.regionId),
  }));
  return {
    ...{ id, name: context.text(names), isSeat: id === region.capitalId },
    movedTo: later
      ? {
          name: context.text(record.regions.find((one) => one.id === later.regionId)?.names),
          day: context.date(later.validFrom ?? ""),
        }
      : null,
    kind: kindOf(actions),
    ...{ happened: told, more: ordered.length - told.length, size: sizeOf(actions, context) },
  };
}

function kindOf(actions: readonly ActionRow[]): PlaceOfRegion["kind"] {
  const kinds = new Set(actions.flatMap(({ type, stoppage }) => spreadKindsOf({ kind: type, stoppage })));
  if (kinds.size === 0) return "place";
  return kinds.size === 2 ? "both" : kinds.has("strike") ? "strike" : "rally";
}

// Crowds of one town are partly the same people: the largest is told, they are never added.
function sizeOf(actions: readonly ActionRow[], context: RegionContext): PlaceOfRegion["size"] {
  const here = new Set(actions.map(({ id }) => id));
  const figures = publishedOf(context.record.figures).filter(
    ({ actionId, measure }) => measure === "attendance" && here.has(actionId ?? ""),
  );
  const size = largestCrowd(figures, context.record);
  return size && { ...size, text: context.quantity({ ...size, unknown: null }) };
}
