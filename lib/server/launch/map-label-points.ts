type Point = [number, number];
type Ring = readonly Point[];
export type PlacedPoint = { x: number; y: number };

/** Sides on which a place's name may stand, the most readable first. */
export const labelSides = ["e", "w", "ne", "se", "nw", "sw", "n", "s"] as const;
export type LabelSide = (typeof labelSides)[number];

const toward: Record<LabelSide, Point> = {
  e: [1, 0],
  w: [-1, 0],
  ne: [0.7, -1],
  se: [0.7, 1],
  nw: [-0.7, -1],
  sw: [-0.7, 1],
  n: [0, -1.2],
  s: [0, 1.2],
};

function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(point[0] - from[0] - t * dx, point[1] - from[1] - t * dy);
}

/** Distance to the nearest edge of any ring; negative outside (even-odd). */
function depth(point: Point, rings: readonly Ring[]): number {
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [ring[i - 1], ring[i]];
      if (!a || !b) continue;
      const crosses = a[1] > point[1] !== b[1] > point[1];
      if (crosses && point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
      nearest = Math.min(nearest, distanceToSegment(point, a, b));
    }
  }
  return inside ? nearest : -nearest;
}

type Candidate = { point: Point; room: number };

function gridPoints([left, top]: Point, [right, bottom]: Point, cells: number): Point[] {
  const steps = Array.from({ length: cells + 1 }, (_, index) => index / cells);
  return steps.flatMap((i) => steps.map((j): Point => [left + (right - left) * i, top + (bottom - top) * j]));
}

function deepestOf(points: readonly Point[], rings: readonly Ring[]): Candidate {
  let best: Candidate = { point: [0, 0], room: Number.NEGATIVE_INFINITY };
  for (const point of points) {
    const room = depth(point, rings);
    if (room > best.room) best = { point, room };
  }
  return best;
}

/** The point deepest inside a projected polygon, and how deep: a centroid may lie outside a bent region. */
export function deepestPoint(rings: readonly Ring[]): Candidate {
  const all = rings.flat();
  const [xs, ys] = [all.map((p) => p[0]), all.map((p) => p[1])];
  let from: Point = [Math.min(...xs), Math.min(...ys)];
  let to: Point = [Math.max(...xs), Math.max(...ys)];
  let best = deepestOf(gridPoints(from, to, 16), rings);
  for (let round = 0; round < 3; round += 1) {
    const [stepX, stepY] = [(to[0] - from[0]) / 16, (to[1] - from[1]) / 16];
    from = [best.point[0] - stepX, best.point[1] - stepY];
    to = [best.point[0] + stepX, best.point[1] + stepY];
    best = deepestOf(gridPoints(from, to, 16), rings);
  }
  return best;
}

/** Further points for a name when the deepest is taken: the next deepest, each well away from those before. */
export function otherPoints(rings: readonly Ring[], first: Candidate): Candidate[] {
  const all = rings.flat();
  const [xs, ys] = [all.map((p) => p[0]), all.map((p) => p[1])];
  const grid = gridPoints([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)], 24);
  const chosen = [first];
  for (let found = 0; found < 5; found += 1) {
    const free = grid.filter(([x, y]) => {
      return chosen.every(({ point }) => Math.hypot(x - point[0], y - point[1]) > first.room * 0.6);
    });
    const next = deepestOf(free, rings);
    if (next.room < 6) break;
    chosen.push(next);
  }
  return chosen.slice(1);
}

/** What a name of a place may stand on: other places, the width of the map, and the rings of the regions. */
export type LabelGround = {
  others: readonly PlacedPoint[];
  width: number;
  regions: readonly (readonly Ring[])[];
};

/** A name in the next region reads as of a town there: it stands across a border only where its own side is crowded. */
const ABROAD = 12;

/** The side with the most room among the other places, inside the frame and its own region; earlier sides win near-ties. */
export function roomiestSide(place: PlacedPoint, { others, width, regions }: LabelGround): LabelSide {
  const home = regions.find((rings) => depth([place.x, place.y], rings) > 0);
  // The sea and other countries have no names on the map that one could be taken for.
  const isAbroad = (point: Point) => regions.some((rings) => rings !== home && depth(point, rings) > 0);
  let [best, bestRoom]: [LabelSide, number] = ["e", Number.NEGATIVE_INFINITY];
  for (const side of labelSides) {
    const [x, y] = [place.x + toward[side][0] * 42, place.y + toward[side][1] * 14];
    // A name is about four times as wide as high, so nearness counts more up and down.
    const gaps = others.map((other) => Math.hypot((other.x - x) / 4, other.y - y));
    const edge = Math.min(x - 36, width - 36 - x);
    const room = edge < 0 ? edge - 100 : Math.min(24, ...gaps) - (isAbroad([x, y]) ? ABROAD : 0);
    if (room > bestRoom + 3) [best, bestRoom] = [side, room];
  }
  return best;
}
