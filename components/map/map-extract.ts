import { type Box, overlaps } from "./label-placement";
import type { MapShapes } from "./map-types";
import { pathBounds } from "./path-bounds";

/** A part of a map, enlarged. Outlines stay as they are and are drawn through `transform`; points are moved already. */
export type MapExtract = MapShapes & { transform: string };

const WIDTH = 720;
/** Height by width, no flatter and no steeper than a page has room for. */
const SHAPE = { flattest: 0.5, steepest: 0.85 };
/** Of the larger side of a region, on each side of it; and how much of the country is shown round a city. */
const MARGIN = 0.12;
const ROUND_CITY = 62;

/** The region with what lies round it; null where the map has neither its outline nor its marker. */
export function extractAround(shapes: MapShapes, code: string): MapExtract | null {
  const box = boxOf(shapes, code);
  if (box === null) return null;
  const crop = framed(box);
  const scale = WIDTH / (crop.right - crop.left);
  const height = Math.round((crop.bottom - crop.top) * scale);
  const at = (x: number, y: number) => ({ x: tenth((x - crop.left) * scale), y: tenth((y - crop.top) * scale) });
  const isShown = ({ x, y }: { x: number; y: number }) => x > 0 && x < WIDTH && y > 0 && y < height;
  const points = (region: MapShapes["regions"][number]) =>
    [[...region.labelPoint, region.room] as const, ...region.otherPoints].flatMap(([x, y, room]) => {
      const to = at(x, y);
      const edge = Math.min(to.x, WIDTH - to.x);
      return isShown(to) ? [[to.x, to.y, tenth(Math.min(room * scale, edge))] as const] : [];
    });
  const regions = shapes.regions.flatMap((region) => {
    const bounds = pathBounds(region.path);
    if (bounds === null || !overlaps(bounds, crop) || !liesWith(code, region.code, shapes)) return [];
    const [first = [0, 0, 0] as const, ...otherPoints] = points(region);
    return { ...region, labelPoint: [first[0], first[1]] as const, room: first[2], otherPoints };
  });
  const localities = Object.entries(shapes.localities).flatMap(([id, { x, y, side }]) => {
    const to = at(x, y);
    return isShown(to) ? [[id, { ...to, side }] as const] : [];
  });
  return {
    ...{ width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, regions },
    localities: Object.fromEntries(localities),
    markers: shapes.markers.map((marker) => ({ ...marker, ...at(marker.x, marker.y) })).filter(isShown),
    transform: `scale(${scale.toFixed(4)}) translate(${tenth(-crop.left)} ${tenth(-crop.top)})`,
  };
}

/** What a far-away region is drawn beside is no neighbour: those of one box are together, and those of none. */
function liesWith(code: string, other: string, { insets = [] }: MapShapes): boolean {
  const boxOfRegion = (one: string) => insets.find(({ codes }) => codes.includes(one));
  return boxOfRegion(code) === boxOfRegion(other);
}

function boxOf({ regions, markers }: MapShapes, code: string): Box | null {
  const region = regions.find((one) => one.code === code);
  if (region) return pathBounds(region.path);
  const marker = markers.find((one) => one.code === code);
  if (!marker) return null;
  const { x, y } = marker;
  return { left: x - ROUND_CITY, right: x + ROUND_CITY, top: y - ROUND_CITY / 2, bottom: y + ROUND_CITY / 2 };
}

/** With a margin, and the smaller side widened evenly where the box would be too flat or too steep. */
function framed(box: Box): Box {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const margin = Math.max(width, height) * MARGIN;
  const wide = Math.max(width + 2 * margin, (height + 2 * margin) / SHAPE.steepest);
  const tall = Math.max(height + 2 * margin, wide * SHAPE.flattest);
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return { left: x - wide / 2, right: x + wide / 2, top: y - tall / 2, bottom: y + tall / 2 };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
