import type { LabelSide, MapMarker, MapRegion, MapShapes } from "./map-types";
import { fullSizeOf, radiiOf } from "./marker-size";

/** One place on the map: what stands there, how large, and what is written beside it. */
export type Spot = {
  id: string;
  name: string;
  /** The accepted figure in words. */
  size: string | null;
  x: number;
  y: number;
  radius: number;
  side: LabelSide;
  /** Lower is named first where there is not room for all. */
  rank: number;
  marker: MapMarker | null;
  /** The region this place stands for, when the region is too small to be drawn. */
  city: MapRegion | null;
};

const smallestDisc = 13;
const rimOfDisc = 6;

type MapData = { shapes: MapShapes; regions: readonly MapRegion[]; markers: readonly MapMarker[] };

function markerRadius(marker: MapMarker, fullSize: number): number {
  const { inner, outer } = radiiOf(marker, fullSize);
  return outer ?? inner;
}

function rankOf(marker: MapMarker | null): number {
  if (labelledSize(marker) !== null) return 0;
  if (marker === null) return 2;
  return marker.kind === "place" ? 3 : 1;
}

// A number beside what is only possible would read as certain.
function labelledSize(marker: MapMarker | null): string | null {
  return marker?.possible ? null : (marker?.sizeLabel ?? null);
}

function citySpots({ shapes, regions, markers }: MapData, fullSize: number): Spot[] {
  return shapes.markers.flatMap(({ code, localityId, x, y }) => {
    const city = regions.find((candidate) => candidate.code === code);
    const side = shapes.localities[localityId]?.side ?? "e";
    if (!city) return [];
    const marker = markers.find((candidate) => candidate.localityId === localityId) ?? null;
    const radius = marker ? Math.max(smallestDisc, markerRadius(marker, fullSize) + rimOfDisc) : smallestDisc;
    const size = labelledSize(marker);
    return [{ id: localityId, name: city.shortName, size, x, y, radius, side, rank: rankOf(marker), marker, city }];
  });
}

function markerSpot(shapes: MapShapes, marker: MapMarker, fullSize: number): Spot {
  const at = shapes.localities[marker.localityId];
  if (!at) throw new Error(`No place "${marker.localityId}" on the map`);
  const { localityId: id, name } = marker;
  const size = labelledSize(marker);
  return { id, name, size, ...at, radius: markerRadius(marker, fullSize), rank: rankOf(marker), marker, city: null };
}

/** Pushes apart what would lie on top of each other (Karaganda and Temirtau); a city's disc stays where it is. */
export function spread(spots: readonly Spot[]): Spot[] {
  const moved = spots.map((spot) => ({ ...spot }));
  for (let round = 0; round < 12; round += 1) {
    for (const [index, a] of moved.entries()) {
      for (const b of moved.slice(index + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.hypot(dx, dy) || 1;
        const lack = (a.radius + b.radius) * 1.15 + 2 - distance;
        if (lack <= 0) continue;
        const [shareA, shareB] = a.city ? [0, b.city ? 0 : 1] : b.city ? [1, 0] : [0.5, 0.5];
        const [stepX, stepY] = [(dx / distance) * lack, (dy / distance) * lack];
        [a.x, a.y] = [a.x - stepX * shareA, a.y - stepY * shareA];
        [b.x, b.y] = [b.x + stepX * shareB, b.y + stepY * shareB];
      }
    }
  }
  return moved.map((spot) => ({ ...spot, x: Math.round(spot.x * 10) / 10, y: Math.round(spot.y * 10) / 10 }));
}

export function listSpots(data: MapData): Spot[] {
  const fullSize = fullSizeOf(data.markers);
  const cities = citySpots(data, fullSize);
  const others = data.markers.filter((marker) => !cities.some(({ id }) => id === marker.localityId));
  const spots = [...cities, ...others.map((marker) => markerSpot(data.shapes, marker, fullSize))];
  return spread(spots).sort((a, b) => a.rank - b.rank);
}
