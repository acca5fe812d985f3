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

/** The point deepest inside a projected polygon, and how deep: a centroid may lie outside a bent region. */
export function deepestPoint(rings: readonly Ring[]): { point: Point; room: number } {
  const all = rings.flat();
  const [xs, ys] = [all.map((p) => p[0]), all.map((p) => p[1])];
  let [best, bestDepth]: [Point, number] = [[0, 0], Number.NEGATIVE_INFINITY];
  let [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  for (let round = 0; round < 4; round += 1) {
    const [stepX, stepY] = [(right - left) / 16, (bottom - top) / 16];
    for (let i = 0; i <= 16; i += 1) {
      for (let j = 0; j <= 16; j += 1) {
        const point: Point = [left + i * stepX, top + j * stepY];
        const found = depth(point, rings);
        if (found > bestDepth) [best, bestDepth] = [point, found];
      }
    }
    [left, right, top, bottom] = [best[0] - stepX, best[0] + stepX, best[1] - stepY, best[1] + stepY];
  }
  return { point: best, room: bestDepth };
}

/** The side with the most room among the other places and inside the frame; earlier sides win near-ties. */
export function roomiestSide(place: PlacedPoint, others: readonly PlacedPoint[], width: number): LabelSide {
  let [best, bestRoom]: [LabelSide, number] = ["e", Number.NEGATIVE_INFINITY];
  for (const side of labelSides) {
    const [x, y] = [place.x + toward[side][0] * 42, place.y + toward[side][1] * 14];
    // A name is about four times as wide as high, so nearness counts more up and down.
    const gaps = others.map((other) => Math.hypot((other.x - x) / 4, other.y - y));
    const edge = Math.min(x - 36, width - 36 - x);
    const room = edge < 0 ? edge - 100 : Math.min(24, ...gaps);
    if (room > bestRoom + 3) [best, bestRoom] = [side, room];
  }
  return best;
}
