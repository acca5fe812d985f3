import type { MapMarker } from "./map-types";

/** Fixed, so that a circle keeps its meaning from step to step; a map with a larger figure scales down as a whole. */
const peopleAtFullSize = 20_000;
const fullRadius = 22;
const smallestRadius = 5;
export const unknownRadius = 5.5;
export const placeRadius = 3;

type Bounds = Pick<MapMarker, "lower" | "upper">;

function midpoint({ lower, upper }: Bounds): number | null {
  if (upper === null) return lower;
  return ((lower ?? 0) + upper) / 2;
}

export function fullSizeOf(markers: readonly Bounds[]): number {
  return Math.max(peopleAtFullSize, ...markers.map((marker) => marker.upper ?? marker.lower ?? 0));
}

/** `inner` is the area for the midpoint of the range, `outer` for its upper bound, null where there is none to draw. */
export function radiiOf(marker: Bounds & Pick<MapMarker, "kind">, fullSize: number) {
  const middle = midpoint(marker);
  if (marker.kind === "place" && middle === null) return { inner: placeRadius, outer: null, known: true };
  if (middle === null) return { inner: unknownRadius, outer: null, known: false };
  const scale = (people: number) => Math.sqrt(people / fullSize) * fullRadius;
  const inner = Math.max(smallestRadius, scale(middle));
  const hasRange = marker.upper !== null && marker.upper !== marker.lower;
  const outer = hasRange ? Math.max(inner + 3, scale(marker.upper ?? 0)) : null;
  return { inner, outer, known: true };
}
