import fc from "fast-check";
import { type Bounds, exact, type Quantity, range, unknown } from "../../lib/domain/quantity";

/** Quantities that somebody states of something true, for properties of the arithmetic. */

export const people = (n: number): Quantity => exact(n, "people");
export const NOT_SAID = unknown("not_reported", "people");

/** The two ends of a result, or why there are none. */
export function ends(result: Bounds | { refused: string }) {
  return "refused" in result ? result : [result.lower, result.upper];
}

/** A quantity somebody may state of a true number: right, but perhaps vague or silent. */
export function stated(truth: number): fc.Arbitrary<Quantity> {
  return fc.oneof(
    fc.constant(people(truth)),
    fc
      .tuple(fc.nat(50), fc.nat(50))
      .map(([below, above]) => range(Math.max(0, truth - below), truth + above, "people")),
    fc.constant({ ...people(truth), upper: null }),
    fc.constant(NOT_SAID),
  );
}

export function holds({ lower, upper }: Bounds, truth: number): boolean {
  return (lower ?? 0) <= truth && truth <= (upper ?? Number.POSITIVE_INFINITY);
}
