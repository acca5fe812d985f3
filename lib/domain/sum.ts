import type { AcceptedRange } from "./accepted";
import { isUnknown, type Unit } from "./quantity";

/** One thing to add: what is accepted about one subject (an action's id, a workforce's id), on one day where it is per day. */
export type Summand = {
  /** What the figure counts. Competing claims about one subject meet in its accepted range, never in a sum. */
  subject: string;
  /** The local day an `on_day` figure is for (`2022-01-04`); null for the other bases. */
  day: string | null;
  range: Pick<AcceptedRange, "measure" | "basis" | "general" | "lower" | "upper" | "unit" | "approximate" | "basedOn">;
};

/** A sum with all it takes to say it: "at least 12,400, at most 19,000; 9 strikes have no figure". */
export type RangeSum = {
  lower: number | null;
  /** Null is open. It bounds what has figures; `withoutFigure` must be said beside it. */
  upper: number | null;
  unit: Unit;
  approximate: boolean;
  /** How many claims the sum rests on. */
  claims: number;
  /** Actions without any claim, and subjects of which only unknown is accepted. */
  withoutFigure: number;
  /** General-strike figures left out, because they are about an area and may count the same people. */
  excludedGeneral: number;
};

export type SumRefusal =
  | "nothing_to_add"
  | "mixed_measures"
  | "mixed_bases"
  | "mixed_units"
  | "mixed_days"
  | "rates_never_added"
  | "same_subject_twice";

export type SumResult = RangeSum | { refused: SumRefusal; withoutFigure: number; excludedGeneral: number };

/**
 * Adds accepted ranges of different subjects: lowers add, uppers add, and the upper is open if any is open or unknown.
 * `actionsWithoutClaim` counts the actions nobody gave any figure for: they add nothing and are never taken for zero.
 * An open lower ("up to 300") adds nothing to the lower; the lower is null only if none has one.
 * Refuses unlike measures, bases, units and days, rates, and one subject twice. ILO: only equal measures are added.
 */
export function sumRanges(summands: readonly Summand[], actionsWithoutClaim: number): SumResult {
  const counted = summands.filter((summand) => !summand.range.general);
  const known = counted.filter((summand) => !isUnknown(summand.range));
  const coverage = {
    withoutFigure: actionsWithoutClaim + counted.length - known.length,
    excludedGeneral: summands.length - counted.length,
  };
  const first = known[0];
  if (first === undefined) return { refused: "nothing_to_add", ...coverage };
  const refused = refusalOf(counted, first.range);
  if (refused !== null) return { refused, ...coverage };
  const lowers = known.map((summand) => summand.range.lower).filter((lower) => lower !== null);
  const uppers = counted.map((summand) => summand.range.upper);
  return {
    lower: lowers.length === 0 ? null : lowers.reduce((sum, lower) => sum + lower, 0),
    upper: uppers.reduce((sum, upper) => (sum === null || upper === null ? null : sum + upper), 0),
    unit: first.range.unit,
    approximate: known.some((summand) => summand.range.approximate),
    claims: known.reduce((sum, summand) => sum + summand.range.basedOn.length, 0),
    ...coverage,
  };
}

function refusalOf(counted: readonly Summand[], { unit, basis }: Summand["range"]): SumRefusal | null {
  const distinct = (key: (summand: Summand) => string | null) => new Set(counted.map(key)).size;
  if (distinct((s) => s.range.measure) > 1) return "mixed_measures";
  if (distinct((s) => s.range.basis) > 1) return "mixed_bases";
  if (distinct((s) => s.range.unit) > 1) return "mixed_units";
  if (unit === "percent") return "rates_never_added";
  // Figures per day of different days count the same people again (ACLED, CCC rows); `days-not-worked` is made for that.
  if (basis === "on_day" && distinct((s) => s.day) > 1) return "mixed_days";
  if (distinct((s) => s.subject) < counted.length) return "same_subject_twice";
  return null;
}
