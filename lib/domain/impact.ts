import type { Measure } from "./measure";
import type { Bounds, Quantity } from "./quantity";

export const ENTRY_KINDS = ["new_record", "correction", "retraction"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What makes an entry one of high impact, with its limits in `IMPACT_LIMITS`. */
export const IMPACT_REASONS = [
  "many_people",
  "half_or_more",
  "deaths",
  "harm",
  "correction",
  "retraction",
  "far_from_existing",
  "preference",
] as const;
export type ImpactReason = (typeof IMPACT_REASONS)[number];

export const IMPACT_LIMITS = { people: 10_000, percent: 50, factor: 3 } as const;

export type ImpactInput = {
  entryKind: EntryKind;
  /** The figure proposed; null when the entry is not about a figure. */
  quantity: Quantity | null;
  measure: Measure | null;
  /** The hull of the published claims of the same subject, measure and as-of; null when there is none. */
  existingHull: Pick<Quantity, "lower" | "upper" | "unit"> | null;
  /** Whether an event says that people were killed or hurt. */
  tellsOfHarm?: boolean;
  /** Whether it is to be preferred, and so to put aside what others have claimed and others approved. */
  isPreferred?: boolean;
};

/**
 * How many different moderators must approve, with every reason for two. Only stated ends are weighed: "hundreds",
 * open above, is not a claim of 10,000. An unknown about deaths still needs two; an unknown otherwise needs one.
 * `far_from_existing`: an end three times the existing upper end or more, or a third of the lower end or less;
 * an end where the hull is open is never left.
 */
export function approvalsRequired(input: ImpactInput): { required: 1 | 2; reasons: ImpactReason[] } {
  const { quantity, measure, entryKind, existingHull } = input;
  const highest = quantity === null ? 0 : Math.max(quantity.lower ?? 0, quantity.upper ?? 0);
  const holds: Record<ImpactReason, boolean> = {
    many_people: quantity?.unit === "people" && highest >= IMPACT_LIMITS.people,
    half_or_more: quantity?.unit === "percent" && highest >= IMPACT_LIMITS.percent,
    deaths: measure === "deaths",
    harm: input.tellsOfHarm === true,
    correction: entryKind === "correction",
    retraction: entryKind === "retraction",
    far_from_existing:
      quantity !== null &&
      existingHull !== null &&
      quantity.unit === existingHull.unit &&
      isFar(quantity, existingHull),
    preference: input.isPreferred === true,
  };
  const reasons = IMPACT_REASONS.filter((reason) => holds[reason]);
  return { required: reasons.length > 0 ? 2 : 1, reasons };
}

function isFar(quantity: Bounds, hull: Bounds): boolean {
  const ends = [quantity.lower, quantity.upper].filter((end) => end !== null);
  const { factor } = IMPACT_LIMITS;
  const isAbove = (end: number) => hull.upper !== null && end > hull.upper && end >= hull.upper * factor;
  const isBelow = (end: number) => hull.lower !== null && end < hull.lower && end * factor <= hull.lower;
  return ends.some((end) => isAbove(end) || isBelow(end));
}
