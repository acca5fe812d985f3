import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  atLeast,
  atMost,
  distance,
  exact,
  hull,
  isUnknown,
  overlaps,
  type Quantity,
  range,
  unknown,
  validateQuantity,
} from "./quantity";

const count = fc.integer({ min: 0, max: 50 });
const quantity: fc.Arbitrary<Quantity> = fc.oneof(
  count.map((n) => exact(n, "people")),
  fc.tuple(count, count).map(([a, b]) => range(Math.min(a, b), Math.max(a, b), "people")),
  count.map((n) => atLeast(n, "people")),
  count.map((n) => atMost(n, "people")),
  fc.constant(unknown("not_reported", "people")),
);
const holds = (q: Quantity, n: number) => (q.lower ?? 0) <= n && n <= (q.upper ?? Number.POSITIVE_INFINITY);

describe("quantity", () => {
  it("keeps zero, unknown and open apart", () => {
    expect(isUnknown(exact(0, "people"))).toBe(false);
    expect(isUnknown(atMost(0, "people"))).toBe(false);
    expect(isUnknown(atLeast(0, "people"))).toBe(false);
    expect(isUnknown(unknown("blackout", "people"))).toBe(true);
    expect(atMost(300, "people").lower).toBeNull();
  });

  it("is sound however it was made", () => {
    fc.assert(
      fc.property(quantity, (q) => {
        expect(validateQuantity(q)).toEqual([]);
      }),
    );
  });

  it.each([
    [range(3, 2, "people"), ["lower_above_upper"]],
    [exact(-1, "people"), ["negative"]],
    [atMost(-1, "people"), ["negative"]],
    [range(50, 101, "percent"), ["percent_out_of_range"]],
    [range(50, 100, "percent"), []],
    [exact(101, "people"), []],
    [{ ...unknown("withheld", "people"), unknown: null }, ["unknown_without_reason"]],
    [{ ...exact(0, "people"), unknown: "withheld" as const }, ["reason_with_number"]],
    [exact(Number.NaN, "people"), ["not_finite"]],
    [atLeast(Number.POSITIVE_INFINITY, "people"), ["not_finite"]],
    [range(-1, -2, "percent"), ["lower_above_upper", "negative"]],
  ])("finds what is wrong with %j", (q, problems) => {
    expect(validateQuantity(q as Quantity)).toEqual(problems);
  });
});

describe("overlaps", () => {
  it("holds exactly when some number satisfies both", () => {
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        const shared = Array.from({ length: 52 }, (_, n) => n).some((n) => holds(a, n) && holds(b, n));
        expect(overlaps(a, b)).toBe(shared);
        expect(overlaps(b, a)).toBe(shared);
      }),
    );
  });

  it("takes shared ends as overlap and different units as none", () => {
    expect(overlaps(range(1, 2, "people"), range(2, 3, "people"))).toBe(true);
    expect(overlaps(exact(75, "percent"), exact(75, "people"))).toBe(false);
    expect(overlaps(unknown("withheld", "people"), exact(1, "people"))).toBe(true);
    expect(overlaps(unknown("withheld", "people"), exact(1, "percent"))).toBe(true);
    expect(overlaps(exact(1, "percent"), unknown("withheld", "people"))).toBe(true);
  });
});

describe("hull", () => {
  it("holds every number any known quantity holds, and its ends are theirs", () => {
    fc.assert(
      fc.property(fc.array(quantity, { minLength: 1, maxLength: 5 }), count, (list, n) => {
        const known = list.filter((q) => !isUnknown(q));
        const whole = hull(list);
        expect(whole === null).toBe(known.length === 0);
        if (whole === null) return;
        if (known.some((q) => holds(q, n))) expect(holds(whole, n)).toBe(true);
        expect(known.some((q) => q.lower === whole.lower)).toBe(true);
        expect(known.some((q) => q.upper === whole.upper)).toBe(true);
        expect(validateQuantity(whole)).toEqual([]);
      }),
    );
  });

  it("stays open where one is open, and is not narrowed by an unknown", () => {
    expect(hull([atLeast(1000, "people"), exact(500, "people")])).toMatchObject({ lower: 500, upper: null });
    expect(hull([exact(5, "people"), unknown("blackout", "people")])).toMatchObject({ lower: 5, upper: 5 });
    expect(hull([atLeast(500, "people"), atMost(400, "people")])).toMatchObject({
      lower: null,
      upper: null,
      unknown: "not_reported",
    });
    expect(hull([exact(5, "people"), exact(5, "days")])).toBeNull();
    expect(hull([exact(5, "people"), exact(6, "people")])?.approximate).toBe(false);
    expect(hull([exact(5, "people"), { ...exact(6, "people"), approximate: true }])?.approximate).toBe(true);
  });
});

describe("the distance of two ranges", () => {
  it("is the distance from the end of the lower to the beginning of the higher, from either side", () => {
    expect(distance(exact(75, "percent"), exact(40, "percent"))).toBe(35);
    expect(distance(range(100, 200, "people"), atLeast(500, "people"))).toBe(300);
    expect(distance(atLeast(500, "people"), range(100, 200, "people"))).toBe(300);
  });

  it("is nothing where claims share a number, which comparing their middles takes for a distance", () => {
    expect(distance(range(0, 100, "people"), range(90, 900, "people"))).toBe(0);
    fc.assert(fc.property(quantity, quantity, (one, other) => distance(one, other) === distance(other, one)));
  });
});
