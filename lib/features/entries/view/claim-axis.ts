import { type Bounds, isUnknown } from "@/lib/domain/quantity";

export type AxisMark = { id: string; from: number; to: number; isOpenBelow: boolean; isOpenAbove: boolean };
export type ClaimAxis = { low: number; high: number; marks: AxisMark[] };

/**
 * Claims as pieces of one axis from zero, in hundredths of its length; an open end reaches the end of the axis. Null
 * when no claim has a number. What nobody could count has no place on it and is left to the table.
 */
export function claimAxis(claims: readonly { id: string; quantity: Bounds; isPercent: boolean }[]): ClaimAxis | null {
  const known = claims.filter(({ quantity }) => !isUnknown(quantity));
  const ends = known.flatMap(({ quantity }) => [quantity.lower, quantity.upper]).filter((end) => end !== null);
  if (known.length === 0) return null;
  const isPercent = known.every((claim) => claim.isPercent);
  const high = isPercent ? 100 : Math.max(1, ...ends) * 1.15;
  const at = (value: number) => (value / high) * 100;
  const marks = known.map(({ id, quantity: { lower, upper } }) => ({
    id,
    from: at(lower ?? 0),
    to: upper === null ? 100 : at(upper),
    isOpenBelow: lower === null,
    isOpenAbove: upper === null,
  }));
  return { low: 0, high, marks };
}
