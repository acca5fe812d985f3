import type { Standing } from "./claim";
import type { Measure } from "./measure";
import type { DayBounds, Epoch, Moment } from "./moment";
import { hull, isUnknown, type Quantity } from "./quantity";

/** How many were involved: the accepted quantity of one workforce on one day. */
export type Involved = {
  workforceId: string;
  measure: Measure;
  general: boolean;
  quantity: Pick<Quantity, "lower" | "upper" | "unit" | "approximate">;
};

/** A sourced, dated claim of how many workers a workforce has: the denominator. `id` is the readable record id. */
export type WorkforceSize = {
  id: string;
  workforceId: string;
  quantity: Quantity;
  asOf: Moment;
  standing: Standing;
};

export type ParticipationRate = {
  /** Percent, 0–100, null is open. */
  lower: number | null;
  upper: number | null;
  unit: "percent";
  approximate: boolean;
  /** True when an end came out above 100 % and was cut to 100: say so, for one of the two figures is wrong. */
  capped: boolean;
  /** The sizes divided by. */
  sizeIds: string[];
  /** Whether the size is of the day itself or the latest one before. */
  sizeIsOfThatDay: boolean;
};

export type RateRefusal =
  | "measure_mismatch"
  | "general_claim"
  | "involved_unknown"
  | "different_workforce"
  | "size_unknown"
  | "no_size_by_then"
  | "size_zero";

export type RateInput = { involved: Involved; sizes: readonly WorkforceSize[]; on: DayBounds };
export type RateResult = ParticipationRate | { refused: RateRefusal };

/**
 * Participation rate, in percent: workers directly involved ÷ workforce size of the same workforce, on the same day or
 * the latest size before. Lower ÷ larger size to upper ÷ smaller size, capped at 100 and marked. An open end leaves its
 * end of the rate open; a rate open at both ends is refused. Not a term of ILO or ETUI: defined by Turnout.
 * A rate that a source reported is `measure_mismatch` here: it is shown as reported and never turned into strikers.
 */
export function participationRate({ involved, sizes, on }: RateInput): RateResult {
  if (involved.measure !== "workers_directly_involved" || involved.quantity.unit !== "people") {
    return { refused: "measure_mismatch" };
  }
  if (involved.general) return { refused: "general_claim" };
  if (isUnknown(involved.quantity)) return { refused: "involved_unknown" };
  const latest = latestSizes({ involved, sizes, on });
  if ("refused" in latest) return latest;
  const size = hull(latest.sizes.map((entry) => entry.quantity));
  if (size === null || isUnknown(size)) return { refused: "size_unknown" };
  if (size.upper === 0) return { refused: "size_zero" };
  return divide(involved, size, {
    sizeIds: latest.sizes.map((entry) => entry.id),
    sizeIsOfThatDay: latest.begin >= on.start,
  });
}

/**
 * The sizes to divide by: of those that may hold by the end of the day, the ones whose as-of begins last. Sizes that
 * begin together compete: the preferred ones are taken, or all if none is preferred. Deprecated sizes never count; unknown
 * ones are passed over in favour of older known ones.
 */
function latestSizes({
  involved,
  sizes,
  on,
}: RateInput): { sizes: WorkforceSize[]; begin: Epoch } | { refused: RateRefusal } {
  const own = sizes.filter((size) => size.workforceId === involved.workforceId && size.standing !== "deprecated");
  if (own.length === 0) return { refused: sizes.length === 0 ? "size_unknown" : "different_workforce" };
  const known = own.filter((size) => !isUnknown(size.quantity));
  if (known.some((size) => size.quantity.unit !== "people")) return { refused: "measure_mismatch" };
  if (known.length === 0) return { refused: "size_unknown" };
  const byThen = known.filter((size) => size.asOf.earliest < on.end);
  if (byThen.length === 0) return { refused: "no_size_by_then" };
  const begin = Math.max(...byThen.map((size) => size.asOf.earliest));
  const competing = byThen.filter((size) => size.asOf.earliest === begin);
  const preferred = competing.filter((size) => size.standing === "preferred");
  return { sizes: preferred.length > 0 ? preferred : competing, begin };
}

function divide(
  involved: Involved,
  size: Quantity,
  basis: Pick<ParticipationRate, "sizeIds" | "sizeIsOfThatDay">,
): RateResult {
  const lower = percentOf(involved.quantity.lower, size.upper);
  const upper = percentOf(involved.quantity.upper, size.lower);
  if (lower === null && upper === null) {
    return { refused: involved.quantity.lower === null ? "involved_unknown" : "size_unknown" };
  }
  return {
    lower: lower === null ? null : Math.min(lower, 100),
    upper: upper === null ? null : Math.min(upper, 100),
    unit: "percent",
    approximate: involved.quantity.approximate || size.approximate,
    capped: Math.max(lower ?? 0, upper ?? 0) > 100,
    ...basis,
  };
}

// A size that may be zero bounds nothing from above, unless nobody was involved.
function percentOf(people: number | null, size: number | null): number | null {
  if (people === 0) return 0;
  return people === null || size === null || size === 0 ? null : (people / size) * 100;
}
