import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundPercent } from "./rounding";

describe("roundPercent", () => {
  it.each([
    [99.97, 1, { value: 99.9, bound: "above" }],
    [99.5, 0, { value: 99, bound: "above" }],
    [0.02, 1, { value: 0.1, bound: "below" }],
    [0.4, 0, { value: 1, bound: "below" }],
    [0, 1, { value: 0, bound: "exact" }],
    [100, 1, { value: 100, bound: "exact" }],
    [33.333, 1, { value: 33.3, bound: "exact" }],
    [99.94, 1, { value: 99.9, bound: "exact" }],
  ] as const)("rounds %d at %d to %j", (percent, digits, rounded) => {
    expect(roundPercent(percent, digits)).toEqual(rounded);
  });

  it("never reaches 0 or 100 from between, and what it says is true", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, minExcluded: true, maxExcluded: true, noNaN: true }),
        fc.nat(3),
        (percent, digits) => {
          const { value, bound } = roundPercent(percent, digits);
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThan(100);
          if (bound === "above") expect(percent).toBeGreaterThan(value);
          if (bound === "below") expect(percent).toBeLessThan(value);
          if (bound === "exact") expect(Math.abs(percent - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
        },
      ),
    );
  });
});
