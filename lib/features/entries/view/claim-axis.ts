import { type Bounds, isUnknown } from "@/lib/domain/quantity";
import { niceMaximum, niceTicks } from "@/lib/shared/chart/nice-scale";

export type AxisMark = { id: string; from: number; to: number; isOpenBelow: boolean; isOpenAbove: boolean };
/** `at`: the place of a round number, in hundredths of the axis. */
export type AxisTick = { value: number; at: number };
export type ClaimAxis = { high: number; ticks: AxisTick[]; marks: AxisMark[] };

/** How much farther the axis goes where a claim has no upper end, so that there is an end to draw open. */
const BEYOND = 1.15;

/**
 * Claims as pieces of one axis from zero to a round number, in hundredths of its length; an open end reaches the end of
 * the axis. Null when no claim has a number. What nobody could count has no place on it and is left to the table.
 */
export function claimAxis(claims: readonly { id: string; quantity: Bounds; isPercent: boolean }[]): ClaimAxis | null {
  const known = claims.filter(({ quantity }) => !isUnknown(quantity));
  const ends = known.flatMap(({ quantity }) => [quantity.lower, quantity.upper]).filter((end) => end !== null);
  if (known.length === 0) return null;
  const isPercent = known.every((claim) => claim.isPercent);
  const isOpen = known.some(({ quantity: { upper } }) => upper === null);
  const high = isPercent ? 100 : niceMaximum(ends.map((end) => end * (isOpen ? BEYOND : 1)));
  const at = (value: number) => (value / high) * 100;
  const marks = known.map(({ id, quantity: { lower, upper } }) => ({
    id,
    from: at(lower ?? 0),
    to: upper === null ? 100 : at(upper),
    isOpenBelow: lower === null,
    isOpenAbove: upper === null,
  }));
  // There is no half of a person.
  const whole = niceTicks(high, 5).filter(Number.isInteger);
  return { high, ticks: whole.map((value) => ({ value, at: at(value) })), marks };
}
