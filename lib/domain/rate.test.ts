import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentOfDay } from "./moment";
import { atLeast, atMost, exact, type Quantity, range, unknown } from "./quantity";
import { type Involved, participationRate, type WorkforceSize } from "./rate";

const DAY = 86_400_000;
const day = (n: number) => ({ start: n * DAY, end: (n + 1) * DAY });
const on = day(10);
const involved = (quantity: Quantity, change: Partial<Involved> = {}): Involved => ({
  workforceId: "W1",
  measure: "workers_directly_involved",
  general: false,
  quantity,
  ...change,
});
const size = (quantity: Quantity, dayNumber = 10, change: Partial<WorkforceSize> = {}): WorkforceSize => ({
  id: `H${dayNumber}`,
  workforceId: "W1",
  quantity,
  asOf: momentOfDay(day(dayNumber)),
  standing: "normal",
  ...change,
});
const people = (n: number) => exact(n, "people");
const rate = (quantity: Quantity, ...sizes: WorkforceSize[]) =>
  participationRate({ involved: involved(quantity), sizes, on });

describe("participationRate", () => {
  it("goes from lower ÷ larger size to upper ÷ smaller size", () => {
    expect(rate(range(200, 300, "people"), size(range(400, 1000, "people")))).toMatchObject({
      lower: 20,
      upper: 75,
      unit: "percent",
      approximate: false,
      capped: false,
    });
  });

  it("is approximate where either figure is", () => {
    const about = { ...people(50), approximate: true };
    expect(rate(about, size(people(100)))).toMatchObject({ approximate: true });
    expect(rate(people(50), size({ ...about, lower: 100, upper: 100 }))).toMatchObject({ approximate: true });
  });

  it("holds every true rate behind the ranges", () => {
    const pair = fc.tuple(fc.nat(1000), fc.nat(1000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(pair, pair, fc.double({ min: 0, max: 1, noNaN: true }), ([a, b], [c, d], at) => {
        const result = rate(range(a, b, "people"), size(range(c + 1, d + 1, "people")));
        if ("refused" in result) throw new Error(result.refused);
        const truth = Math.min(100, ((a + (b - a) * at) / (c + 1 + (d - c) * (1 - at))) * 100);
        expect(result.lower).toBeLessThanOrEqual(truth + 1e-9);
        expect(result.upper).toBeGreaterThanOrEqual(truth - 1e-9);
      }),
    );
  });

  it("divides by the preferred size where one is, and never by a deprecated one", () => {
    const rivals = [size(people(5000)), size(people(1000), 10, { id: "H9", standing: "preferred" })];
    expect(rate(people(500), ...rivals)).toMatchObject({ lower: 50, upper: 50, sizeIds: ["H9"] });
    const replaced = size(people(5000), 10, { id: "H8", standing: "deprecated" });
    expect(rate(people(500), size(people(1000)), replaced)).toMatchObject({ lower: 50, upper: 50, sizeIds: ["H10"] });
    expect(rate(people(500), replaced)).toEqual({ refused: "different_workforce" });
  });

  it("caps at 100 and says so; exactly 100 is not capped", () => {
    expect(rate(people(150), size(people(100)))).toMatchObject({ lower: 100, upper: 100, capped: true });
    expect(rate(people(100), size(people(100)))).toMatchObject({ lower: 100, upper: 100, capped: false });
    expect(rate(range(50, 150, "people"), size(people(100)))).toMatchObject({ lower: 50, upper: 100, capped: true });
    expect(rate(atLeast(150, "people"), size(people(100)))).toMatchObject({ lower: 100, upper: null, capped: true });
    expect(rate(atMost(150, "people"), size(people(100)))).toMatchObject({ lower: null, upper: 100, capped: true });
  });

  it("leaves an end open where the figures do", () => {
    expect(rate(atLeast(50, "people"), size(people(100)))).toMatchObject({ lower: 50, upper: null });
    expect(rate(people(50), size(atLeast(100, "people")))).toMatchObject({ lower: null, upper: 50 });
    expect(rate(people(50), size(range(0, 100, "people")))).toMatchObject({ lower: 50, upper: null });
    expect(rate(people(0), size(range(0, 100, "people")))).toMatchObject({ lower: 0, upper: 0 });
    expect(rate(atLeast(50, "people"), size(atLeast(100, "people")))).toEqual({ refused: "size_unknown" });
    expect(rate(atMost(50, "people"), size(atMost(100, "people")))).toEqual({ refused: "involved_unknown" });
    expect(rate(atMost(50, "people"), size(atLeast(0, "people")))).toEqual({ refused: "involved_unknown" });
  });

  it("takes the size of the day or the latest before, never a later one", () => {
    expect(rate(people(50), size(people(200), 3), size(people(100), 8), size(people(50), 11))).toMatchObject({
      upper: 50,
      sizeIds: ["H8"],
      sizeIsOfThatDay: false,
    });
    expect(rate(people(50), size(people(200), 3), size(people(500), 10))).toMatchObject({
      upper: 10,
      sizeIds: ["H10"],
      sizeIsOfThatDay: true,
    });
    expect(rate(people(50), size(people(200), 11))).toEqual({ refused: "no_size_by_then" });
  });

  it("passes over an unknown size, and takes competing sizes of one moment together", () => {
    expect(rate(people(50), size(people(100), 3), size(unknown("withheld", "people"), 9))).toMatchObject({
      upper: 50,
      sizeIds: ["H3"],
    });
    expect(rate(people(50), size(people(100), 9), size(people(200), 9, { id: "H-other" }))).toMatchObject({
      lower: 25,
      upper: 50,
      sizeIds: ["H9", "H-other"],
    });
    const bounded = [size(atLeast(500, "people"), 9), size(atMost(400, "people"), 9)];
    expect(rate(atMost(50, "people"), ...bounded)).toEqual({ refused: "size_unknown" });
  });

  it.each([
    ["measure_mismatch", involved(people(5), { measure: "attendance" }), [size(people(10))]],
    ["measure_mismatch", involved(exact(75, "percent"), { measure: "participation_rate" }), [size(people(10))]],
    ["measure_mismatch", involved(exact(75, "percent")), [size(people(10))]],
    ["measure_mismatch", involved(people(5)), [size(people(10)), size(exact(10, "days"))]],
    ["general_claim", involved(people(5), { general: true }), [size(people(10))]],
    ["involved_unknown", involved(unknown("not_reported", "people")), [size(people(10))]],
    ["involved_unknown", involved(unknown("not_reported", "people")), []],
    ["different_workforce", involved(people(5)), [size(people(10), 10, { workforceId: "W2" })]],
    ["size_unknown", involved(people(5)), []],
    ["size_unknown", involved(people(5)), [size(unknown("withheld", "people"))]],
    ["size_zero", involved(people(5)), [size(people(0))]],
  ] as const)("refuses: %s", (refused, who, sizes) => {
    expect(participationRate({ involved: who, sizes, on })).toEqual({ refused });
  });
});
