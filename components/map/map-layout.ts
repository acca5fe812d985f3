import {
  discBox,
  estimateWidth,
  type Ground,
  type Label,
  overlaps,
  type PlacedLabel,
  placeLabels,
} from "./label-placement";
import type { Spot } from "./map-spots";
import type { MapRegion, MapShapes } from "./map-types";

/** `stacked` puts a figure under its name, where the map is too narrow for both in one line. */
export type LayerSize = { fontSize: number; markerScale: number; stacked: boolean };

function groundFor(shapes: MapShapes, spots: readonly Spot[], { fontSize, markerScale }: LayerSize): Ground {
  const frame = { left: 2, top: 2, right: shapes.width - 2, bottom: shapes.height - 2 };
  const taken = spots.map(({ id, x, y, radius }) => ({ of: id, box: discBox(x, y, radius * markerScale) }));
  return { frame, taken, fontSize };
}

function labelOf(spot: Spot, lines: readonly string[], { fontSize, markerScale }: LayerSize): Label {
  const width = Math.max(...lines.map((line) => estimateWidth(line, fontSize)));
  const { id, x, y, side } = spot;
  return { id, x, y, radius: spot.radius * markerScale, side, width, lines: lines.length };
}

function linesOf({ name, size }: Spot, stacked: boolean): string[] {
  if (size === null) return [name];
  return stacked ? [name, size] : [`${name} ${size}`];
}

/** Names of places, then names of regions where there is still room and no place has the same name. */
export function layOutNames(
  shapes: MapShapes,
  regions: readonly MapRegion[],
  spots: readonly Spot[],
  size: LayerSize,
): { places: PlacedLabel[]; regions: PlacedLabel[] } {
  const ground = groundFor(shapes, spots, size);
  const labels = spots.map((spot) => labelOf(spot, linesOf(spot, size.stacked), size));
  const places = placeLabels(labels, ground);
  const spoken = new Set(spots.map((spot) => spot.name));
  const free = regions.filter((region) => !spoken.has(region.shortName));
  const names = free.flatMap((region) => placeInRegion(shapes, region.code, region.shortName, ground) ?? []);
  return { places, regions: names };
}

/** Numbers that stand for the names where the map is too small for words. */
export function layOutNumbers(
  shapes: MapShapes,
  regions: readonly MapRegion[],
  spots: readonly Spot[],
  size: LayerSize,
): PlacedLabel[] {
  const ground = groundFor(shapes, spots, size);
  const numbers = regions.map(({ code }, index) => ({ code, text: String(index + 1) }));
  const cities = numbers.flatMap(({ code, text }) => {
    const city = shapes.markers.find((marker) => marker.code === code);
    const spot = spots.find(({ id }) => id === city?.localityId);
    const [label] = spot ? placeLabels([labelOf(spot, [text], size)], ground) : [];
    return label ? [{ ...label, id: code }] : [];
  });
  return [...cities, ...numbers.flatMap(({ code, text }) => placeInRegion(shapes, code, text, ground) ?? [])];
}

function placeInRegion(shapes: MapShapes, code: string, text: string, ground: Ground): PlacedLabel | null {
  const shape = shapes.regions.find((candidate) => candidate.code === code);
  if (!shape) return null;
  const { taken, fontSize } = ground;
  const half = estimateWidth(text, fontSize) / 2;
  for (const [x, y, room] of [[...shape.labelPoint, shape.room] as const, ...shape.otherPoints]) {
    const box = { left: x - half, right: x + half, top: y - fontSize * 0.55, bottom: y + fontSize * 0.55 };
    if (half > room * 1.4 || taken.some((other) => overlaps(box, other.box))) continue;
    taken.push({ of: code, box });
    return { id: code, x, y: y + fontSize * 0.35, anchor: "middle" };
  }
  return null;
}
