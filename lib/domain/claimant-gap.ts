import type { Claim } from "./claim";
import { CLAIMANTS, type Claimant } from "./measure";
import { distance, hull, isUnknown, type Unit, type UnknownReason } from "./quantity";

/** What one side says: the hull of its standing claims with a number. Both ends null: it says that nobody can say. */
export type Side = {
  claimant: Claimant;
  lower: number | null;
  upper: number | null;
  approximate: boolean;
  /** Why it has no number; null where it has one. */
  unknown: UnknownReason | null;
  claims: string[];
};

/** How far apart the sides are that answer one question, in the unit of their claims. */
export type ClaimantGap = {
  unit: Unit;
  /** Sides with a number, the lowest first: by upper end, an open one last. */
  sides: Side[];
  /** Sides that only say that nobody can say. They are neither near nor far. */
  silent: Side[];
  /** The two sides that are farthest apart; null where every two of them share a number. */
  widest: { low: Side; high: Side; apart: number; times: number | null } | null;
};

export type GapRefusal = "one_side" | "mixed_units";

/**
 * The gap between the sides (kinds of claimants) that answer one question. The caller passes the claims of one question
 * only. `apart` is the least by which two sides differ, the higher one's lower end less the lower one's upper end, so it
 * claims no more than was said; ranges that share a number are not apart. `times` is the quotient of those two ends,
 * null where the lower one is zero. Deprecated claims never count, and a side that gives no number is not zero.
 */
export function claimantGap(claims: readonly Claim[]): ClaimantGap | { refused: GapRefusal } {
  const standing = claims.filter((claim) => claim.standing !== "deprecated");
  const unit = standing[0]?.quantity.unit;
  const all = CLAIMANTS.flatMap((claimant) => sideOf(claimant, standing) ?? []);
  if (unit === undefined || all.length < 2) return { refused: "one_side" };
  if (standing.some((claim) => claim.quantity.unit !== unit)) return { refused: "mixed_units" };
  const sides = all.filter((side) => !isUnknown(side)).sort(byUpperEnd);
  return { unit, sides, silent: all.filter(isUnknown), widest: widestOf(sides) };
}

function sideOf(claimant: Claimant, standing: readonly Claim[]): Side | null {
  const own = standing.filter((claim) => claim.claimant === claimant);
  if (own.length === 0) return null;
  const range = hull(own.map((claim) => claim.quantity));
  return {
    claimant,
    lower: range?.lower ?? null,
    upper: range?.upper ?? null,
    approximate: range?.approximate ?? false,
    unknown: range === null ? (own[0]?.quantity.unknown ?? "not_reported") : null,
    claims: own.map((claim) => claim.id),
  };
}

function byUpperEnd(one: Side, other: Side): number {
  const [a, b] = [one.upper ?? Number.POSITIVE_INFINITY, other.upper ?? Number.POSITIVE_INFINITY];
  return a === b ? (one.lower ?? 0) - (other.lower ?? 0) : a - b;
}

function widestOf(sides: readonly Side[]): ClaimantGap["widest"] {
  let widest: ClaimantGap["widest"] = null;
  for (const low of sides) {
    for (const high of sides) {
      if (low.upper === null || high.lower === null || high.lower <= low.upper) continue;
      const apart = distance(low, high);
      if (apart <= (widest?.apart ?? 0)) continue;
      widest = { low, high, apart, times: low.upper === 0 ? null : high.lower / low.upper };
    }
  }
  return widest;
}
