/** Resident memory at a time: seconds since the load began, bytes. */
export type MemorySample = { atSeconds: number; bytes: number };
/** Bytes per hour, and the range within which 19 of 20 such slopes lie. */
export type Slope = { perHour: number; lower: number; upper: number; points: number };

const windowSeconds = 30;

/** The lowest of each half minute: what stays after collecting garbage, not how much waits to be collected. */
export function lowestPerWindow(samples: readonly MemorySample[]): MemorySample[] {
  const windows = Map.groupBy(samples, ({ atSeconds }) => Math.floor(atSeconds / windowSeconds));
  return [...windows.values()].map((some) => some.reduce((low, one) => (one.bytes < low.bytes ? one : low)));
}

/**
 * Theil–Sen: the median of the slopes between all pairs, which single jumps do not move, with the interval of Sen
 * (1968) at 95 %. Undefined of fewer than three points.
 */
export function theilSen(points: readonly MemorySample[]): Slope | undefined {
  const slopes = points
    .flatMap((one, at) =>
      points
        .slice(at + 1)
        .map((other) => ((other.bytes - one.bytes) / (other.atSeconds - one.atSeconds)) * 3600)
        .filter(Number.isFinite),
    )
    .toSorted((a, b) => a - b);
  const count = slopes.length;
  if (points.length < 3 || count === 0) return undefined;
  const at = (place: number) => slopes[Math.min(count - 1, Math.max(0, Math.round(place)))] ?? Number.NaN;
  const spread = 1.96 * Math.sqrt((points.length * (points.length - 1) * (2 * points.length + 5)) / 18);
  const median = (at(Math.floor((count - 1) / 2)) + at(Math.ceil((count - 1) / 2))) / 2;
  return {
    perHour: median,
    lower: at((count - spread) / 2 - 1),
    upper: at((count + spread) / 2),
    points: points.length,
  };
}

/** The slope of the later half: the first fills what is bounded anyway (heap, store, pools). */
export function settledSlope(samples: readonly MemorySample[]): Slope | undefined {
  const last = samples.at(-1)?.atSeconds ?? 0;
  return theilSen(lowestPerWindow(samples.filter(({ atSeconds }) => atSeconds >= last / 2)));
}
