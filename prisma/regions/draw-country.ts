import { type GeoProjection, geoCentroid, geoConicEqualArea, geoPath } from "d3-geo";
import type { MultiPolygon } from "geojson";
import type { ImportedMap, MapFrame, MapInset, RegionShape } from "../../lib/domain/map-shapes";
import { deepestPoint, otherPoints } from "../../lib/server/launch/map-label-points";
import { relativePath } from "../../lib/server/launch/relative-path";
import { type Group, groupsOf, type Outline, type Rings } from "./far-parts";

export type DrawnCountry = { map: ImportedMap; notDrawn: { code: string; parts: number }[] };

const WIDTH = 960;
const TALLEST = 760;
const MARGIN = 8;
const GAP = 12;
const BOX = { width: 227, height: 150, perRow: 4, label: 26 };
/** Parts of a region smaller than this are left off, its largest excepted: they would be a speck. */
const SPECK = 0.6;

type Extent = [[number, number], [number, number]];
type Drawn = { code: string; path: string; rings: [number, number][][]; area: number };
type Frame = { frame: MapFrame; drawn: Drawn[]; bottom: number };

/**
 * The regions of a country where they lie, and those far away from the rest in boxes below, each box with its own scale.
 * What is far away and belongs to a region that is drawn already is left off, and named.
 */
export function drawCountry(outlines: readonly Outline[]): DrawnCountry {
  const [main, ...far] = groupsOf(outlines);
  if (main === undefined) throw new Error("There is nothing to draw.");
  const seen = new Set(main.outlines.map(({ code }) => code));
  const boxed: Group[] = [];
  const notDrawn: DrawnCountry["notDrawn"] = [];
  for (const { outlines: own, area } of far) {
    const fresh = own.filter(({ code }) => !seen.has(code));
    notDrawn.push(
      ...own.filter(({ code }) => seen.has(code)).map(({ code, polygons }) => ({ code, parts: polygons.length })),
    );
    if (fresh.length > 0) boxed.push({ outlines: fresh, area });
    for (const { code } of fresh) seen.add(code);
  }
  const whole = drawFrame(main, [
    [MARGIN, MARGIN],
    [WIDTH - MARGIN, TALLEST],
  ]);
  const insets = boxed.map((group, index) => insetOf(group, index, whole.bottom + MARGIN));
  const frames = [whole, ...insets.map(({ box, group }) => drawFrame(group, withinBox(box)))];
  const height = Math.ceil(Math.max(whole.bottom, ...insets.map(({ box }) => box.y + box.height)) + MARGIN);
  return {
    map: mapOf(
      frames,
      insets.map(({ box }) => box),
      height,
    ),
    notDrawn,
  };
}

function mapOf(frames: readonly Frame[], insets: readonly MapInset[], height: number): ImportedMap {
  const regions = frames.flatMap(({ drawn }) => drawn.map(shapeOf));
  const frameOf = frames.flatMap(({ drawn }, index) => drawn.map(({ code }) => [code, index] as const));
  return {
    ...{ width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, insets },
    regions: regions.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    frames: frames.map(({ frame }) => frame),
    frameOf: Object.fromEntries(frameOf),
  };
}

function insetOf(group: Group, index: number, top: number): { group: Group; box: MapInset } {
  const [row, column] = [Math.floor(index / BOX.perRow), index % BOX.perRow];
  const { width, height } = BOX;
  const codes = group.outlines.map(({ code }) => code);
  return { group, box: { codes, x: MARGIN + column * (width + GAP), y: top + row * (height + GAP), width, height } };
}

/** Below the box's own label. */
function withinBox({ x, y, width, height }: MapInset): Extent {
  return [
    [x + MARGIN, y + BOX.label],
    [x + width - MARGIN, y + height - MARGIN],
  ];
}

function drawFrame({ outlines }: Group, extent: Extent): Frame {
  const all = multiPolygon(outlines.flatMap(({ polygons }) => polygons));
  const projection = projectionFor(all).fitExtent(extent, all);
  // What is wider than high ends where its ground ends.
  const [[, top], [, bottom]] = geoPath(projection).bounds(all);
  const [x, y] = projection.translate();
  const isWhole = extent[0][1] === MARGIN;
  if (isWhole) projection.translate([x, y - (top - MARGIN)]);
  return {
    frame: frameOf(projection),
    drawn: outlines.map((outline) => drawRegion(outline, projection)),
    bottom: isWhole ? bottom - (top - MARGIN) : bottom,
  };
}

/** Equal areas, so that no region looks larger than it is; the parallels a sixth in from the edges, as is usual. */
function projectionFor(all: MultiPolygon) {
  const latitudes = all.coordinates.flat(2).map(([, lat = 0]) => lat);
  const [south, north] = [least(latitudes), -least(latitudes.map((lat) => -lat))];
  const sixth = (north - south) / 6;
  const [lon] = geoCentroid(all);
  return geoConicEqualArea()
    .parallels([tenth(south + sixth), tenth(north - sixth)])
    .rotate([tenth(-lon), 0]);
}

function frameOf(projection: GeoProjection & { parallels(): [number, number] }): MapFrame {
  const [turned, tilted] = projection.rotate();
  const [x, y] = projection.translate();
  return { parallels: projection.parallels(), rotate: [turned, tilted], scale: projection.scale(), translate: [x, y] };
}

function drawRegion({ code, polygons }: Outline, projection: GeoProjection): Drawn {
  const draw = geoPath(projection).digits(1);
  const byArea = polygons
    .map((rings) => ({ rings, area: draw.area({ type: "Polygon", coordinates: rings }) }))
    .toSorted((a, b) => b.area - a.area);
  const kept = byArea.filter(({ area }, index) => index === 0 || area >= SPECK).map(({ rings }) => rings);
  const path = draw(multiPolygon(kept));
  if (!path) throw new Error(`${code} has an empty shape.`);
  const rings = (kept[0] ?? []).map((ring) =>
    ring.map(([lon = 0, lat = 0]) => projection([lon, lat]) ?? ([0, 0] as [number, number])),
  );
  return { code, path: relativePath(path), rings, area: byArea[0]?.area ?? 0 };
}

function shapeOf({ code, path, rings }: Drawn): RegionShape {
  const deepest = deepestPoint(rings);
  const point = tenths(deepest.point);
  return {
    ...{ code, path, centroid: point, labelPoint: point, room: tenth(Math.max(0, deepest.room)) },
    otherPoints: otherPoints(rings, deepest).map((other) => [...tenths(other.point), tenth(other.room)] as const),
  };
}

function multiPolygon(coordinates: Rings[]): MultiPolygon {
  return { type: "MultiPolygon", coordinates };
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function tenths([x, y]: readonly [number, number]): [number, number] {
  return [tenth(x), tenth(y)];
}
