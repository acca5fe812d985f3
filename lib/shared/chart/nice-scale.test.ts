import fc from "fast-check";
import { expect, it } from "vitest";
import { niceMaximum, niceTicks } from "./nice-scale";

it("holds every value and is less than twice the largest", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
      const max = niceMaximum(values);
      expect(max).toBeGreaterThanOrEqual(Math.max(...values));
      expect(max).toBeLessThanOrEqual(2 * Math.max(...values));
    }),
  );
  expect(niceMaximum([])).toBe(1);
  expect(niceMaximum([0])).toBe(1);
});

it("marks a scale from zero, never beyond its end", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e7 }), fc.integer({ min: 1, max: 8 }), (max, count) => {
      const ticks = niceTicks(max, count);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeLessThanOrEqual(max * (1 + 1e-9));
      expect(ticks.length).toBeLessThanOrEqual(count + 1);
    }),
  );
});
