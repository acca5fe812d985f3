import { type Bounds, isUnknown, type Unit } from "@/lib/domain/quantity";
import { niceMaximum, niceTicks } from "@/lib/shared/chart/nice-scale";

/** An open end goes on past the highest number, with an arrow. */
const ROOM_FOR_OPEN = 1.25;
/** Rates are marked every 20 percent; round numbers of people need more room. */
const TICKS = { percent: 5, other: 4 };

/** A piece of the scale in hundredths of its length. An open end reaches the end of the scale. */
export type ScaleSpan = { from: number; to: number; isOpenBelow: boolean; isOpenAbove: boolean };
export type ClaimScale = {
  unit: Unit;
  ticks: { at: number; value: number }[];
  /** By the id of the claim; what nobody could count has no place on a scale. */
  marks: Record<string, ScaleSpan & { at: number }>;
  accepted: ScaleSpan | null;
};

type Claimed = { id: string; quantity: Bounds & { unit: Unit } };

/**
 * The claims of one group on one scale: from zero to a round number above every end, a rate always from 0 to 100. A
 * mark stands in the middle of its known ends, or on the only one. Null when no claim has a number.
 */
export function claimScale(claims: readonly Claimed[], accepted: Bounds | null): ClaimScale | null {
  const known = claims.filter(({ quantity }) => !isUnknown(quantity));
  const first = known[0];
  if (first === undefined) return null;
  const { unit } = first.quantity;
  const max = unit === "percent" ? 100 : niceMaximum(known.flatMap(({ quantity }) => endsOf(quantity)));
  const place = (value: number) => Math.round((value / max) * 10_000) / 100;
  const span = ({ lower, upper }: Bounds): ScaleSpan => ({
    from: place(lower ?? 0),
    to: upper === null ? 100 : place(upper),
    isOpenBelow: lower === null,
    isOpenAbove: upper === null,
  });
  return {
    unit,
    ticks: niceTicks(max, unit === "percent" ? TICKS.percent : TICKS.other).map((value) => ({
      at: place(value),
      value,
    })),
    marks: Object.fromEntries(
      known.map(({ id, quantity }) => [id, { ...span(quantity), at: place(middleOf(quantity)) }]),
    ),
    accepted: accepted === null || isUnknown(accepted) ? null : span(accepted),
  };
}

function endsOf({ lower, upper }: Bounds): number[] {
  return [lower ?? 0, upper ?? (lower ?? 0) * ROOM_FOR_OPEN];
}

function middleOf({ lower, upper }: Bounds): number {
  return ((lower ?? upper ?? 0) + (upper ?? lower ?? 0)) / 2;
}
