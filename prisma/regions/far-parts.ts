import { geoArea } from "d3-geo";
import type { MultiPolygon, Polygon, Position } from "geojson";

export type Rings = Position[][];
export type Outline = { code: string; polygons: Rings[] };
type Part = { code: string; rings: Rings; area: number; points: Vector[] };
type Vector = readonly [number, number, number];

/** What lies together on the globe, by region code: drawn in one frame. */
export type Group = { outlines: Outline[]; area: number };

const EARTH_KM = 6371;
/** Regions with this much sea or foreign land between them are not drawn in one frame. */
const FAR_KM = 600;
/** Points of an outline that are looked at: an island needs few. */
const POINTS = 24;

export function polygonsOf(shape: Polygon | MultiPolygon): Rings[] {
  return shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
}

/** The parts of a country in groups that lie together, the largest first. */
export function groupsOf(outlines: readonly Outline[]): Group[] {
  const parts = outlines.flatMap(({ code, polygons }) => polygons.map((rings) => partOf(code, rings)));
  const groups: Part[][] = [];
  for (const part of parts) {
    const near = groups.filter((group) => group.some((other) => isNear(part, other)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([part, ...near.flat()]);
  }
  return groups.map(toGroup).toSorted((a, b) => b.area - a.area);
}

function toGroup(parts: readonly Part[]): Group {
  const byCode = Map.groupBy(parts, ({ code }) => code);
  return {
    outlines: [...byCode]
      .map(([code, own]) => ({ code, polygons: own.map(({ rings }) => rings) }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    area: parts.reduce((sum, { area }) => sum + area, 0),
  };
}

function partOf(code: string, rings: Rings): Part {
  const [outer = []] = rings;
  const step = Math.max(1, Math.floor(outer.length / POINTS));
  const points = outer.filter((_, index) => index % step === 0).map(([lon = 0, lat = 0]) => vectorOf(lon, lat));
  return { code, rings, points, area: geoArea({ type: "Polygon", coordinates: rings }) };
}

function vectorOf(lon: number, lat: number): Vector {
  const [east, north] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

const NEAR = Math.cos(FAR_KM / EARTH_KM);

function isNear(one: Part, other: Part): boolean {
  return one.points.some((a) => other.points.some((b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2] > NEAR));
}
