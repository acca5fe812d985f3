/** Why nobody can say a number. Stored exactly when both bounds are null. */
export const UNKNOWN_REASONS = ["not_reported", "no_source", "withheld", "blackout"] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** What a quantity counts. `percent` is held within 0–100; every other unit is a count or amount from 0 up. */
export const UNITS = ["people", "percent", "days", "places", "tenge", "currency"] as const;
export type Unit = (typeof UNITS)[number];

/** A rule that turned words into a number, with the version it had then. */
export type RuleRef = { id: string; version: number };

/**
 * A claimed amount. `lower`/`upper` are non-negative; null at one end means open ("more than 1,000" is 1000 to null).
 * Both null means unknown, and then `unknown` says why. Zero is a number; unknown is not zero.
 */
export type Quantity = {
  lower: number | null;
  upper: number | null;
  unit: Unit;
  approximate: boolean;
  words: string | null;
  rule: RuleRef | null;
  unknown: UnknownReason | null;
};

/** The two ends of a quantity. Null is open; both null is unknown. */
export type Bounds = Pick<Quantity, "lower" | "upper">;

const PLAIN = { approximate: false, words: null, rule: null, unknown: null } as const;

/** A number stated as such, in `unit`. Zero is a number. */
export function exact(n: number, unit: Unit): Quantity {
  return { ...PLAIN, lower: n, upper: n, unit };
}

/** "Between `lower` and `upper`", both included, in `unit`. Not checked here: see `validateQuantity`. */
export function range(lower: number, upper: number, unit: Unit): Quantity {
  return { ...PLAIN, lower, upper, unit };
}

/** "More than n" and "at least n" alike: n is kept as the lower end and the upper end stays open. */
export function atLeast(n: number, unit: Unit): Quantity {
  return { ...PLAIN, lower: n, upper: null, unit };
}

/** "Up to n": n is the upper end and the lower end stays open. It is not zero: nobody said that nobody came. */
export function atMost(n: number, unit: Unit): Quantity {
  return { ...PLAIN, lower: null, upper: n, unit };
}

/** Nobody can say a number, and why. Never zero. */
export function unknown(reason: UnknownReason, unit: Unit): Quantity {
  return { ...PLAIN, lower: null, upper: null, unit, unknown: reason };
}

/** True when neither end is known. A quantity open at one end is not unknown. */
export function isUnknown(q: Bounds): boolean {
  return q.lower === null && q.upper === null;
}

export const QUANTITY_PROBLEMS = [
  "lower_above_upper",
  "negative",
  "percent_out_of_range",
  "unknown_without_reason",
  "reason_with_number",
  "not_finite",
] as const;
export type QuantityProblem = (typeof QUANTITY_PROBLEMS)[number];

/**
 * Every rule the quantity breaks, in the order of `QUANTITY_PROBLEMS`; an empty list means it is sound.
 * The same rules stand as CHECK constraints in the database.
 */
export function validateQuantity(q: Quantity): QuantityProblem[] {
  const ends = [q.lower, q.upper].filter((end) => end !== null);
  const broken: Record<QuantityProblem, boolean> = {
    lower_above_upper: q.lower !== null && q.upper !== null && q.lower > q.upper,
    negative: ends.some((end) => end < 0),
    percent_out_of_range: q.unit === "percent" && ends.some((end) => end > 100),
    unknown_without_reason: ends.length === 0 && q.unknown === null,
    reason_with_number: ends.length > 0 && q.unknown !== null,
    not_finite: ends.some((end) => !Number.isFinite(end)),
  };
  return QUANTITY_PROBLEMS.filter((code) => broken[code]);
}

/**
 * True when some number satisfies both. Ends are included, an open end reaches as far as it likes, and an unknown
 * overlaps everything: who names no number contradicts nobody. Different units share no number.
 */
export function overlaps(a: Quantity, b: Quantity): boolean {
  if (isUnknown(a) || isUnknown(b)) return true;
  if (a.unit !== b.unit) return false;
  const isUpTo = (start: number | null, end: number | null) => (start ?? 0) <= (end ?? Number.POSITIVE_INFINITY);
  return isUpTo(a.lower, b.upper) && isUpTo(b.lower, a.upper);
}

/** How far two ranges that share no number are apart: from the end of the lower to the beginning of the higher; 0 where they share one. */
export function distance(one: Bounds, other: Bounds): number {
  const between = (upper: number | null, lower: number | null) =>
    upper === null || lower === null ? 0 : lower - upper;
  return Math.max(0, between(one.upper, other.lower), between(other.upper, one.lower));
}

/**
 * The narrowest range that holds every known quantity of the list: open at an end where any of them is open,
 * approximate if any is. Unknowns are passed over. Null when nothing is known or the units differ.
 */
export function hull(list: readonly Quantity[]): Quantity | null {
  const known = list.filter((q) => !isUnknown(q));
  const first = known[0];
  if (first === undefined || known.some((q) => q.unit !== first.unit)) return null;
  const lowers = known.map((q) => q.lower);
  const uppers = known.map((q) => q.upper);
  const lower = lowers.reduce((a, b) => (a === null || b === null ? null : Math.min(a, b)));
  const upper = uppers.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b)));
  const approximate = known.some((q) => q.approximate);
  return isUnknown({ lower, upper })
    ? unbounded(first.unit)
    : { ...PLAIN, lower, upper, unit: first.unit, approximate };
}

// "At least 500" with "at most 400" bound each other nowhere; what is left is that nobody has said a range.
function unbounded(unit: Unit): Quantity {
  return unknown("not_reported", unit);
}
