import { describe, expect, it } from "vitest";
import { approvalsRequired, type ImpactInput } from "./impact";
import { atLeast, atMost, exact, type Quantity, range, unknown } from "./quantity";

const needed = (quantity: Quantity | null, change: Partial<ImpactInput> = {}) =>
  approvalsRequired({
    entryKind: "new_record",
    quantity,
    measure: "workers_directly_involved",
    existingHull: null,
    ...change,
  });
const people = (n: number) => exact(n, "people");

describe("approvalsRequired", () => {
  it.each([
    [people(9999), []],
    [people(10_000), ["many_people"]],
    [range(5, 10_000, "people"), ["many_people"]],
    [atMost(10_000, "people"), ["many_people"]],
    [atLeast(2000, "people"), []],
    [atLeast(10_000, "people"), ["many_people"]],
    [exact(49.9, "percent"), []],
    [exact(50, "percent"), ["half_or_more"]],
    [exact(50, "people"), []],
    [exact(40_000, "tenge"), []],
    [unknown("not_reported", "people"), []],
    [null, []],
  ])("%j gives %j", (quantity, reasons) => {
    expect(needed(quantity)).toEqual({ required: reasons.length > 0 ? 2 : 1, reasons });
  });

  it("wants two for deaths of any number, also none or unknown", () => {
    for (const quantity of [people(0), people(1), unknown("withheld", "people")]) {
      expect(needed(quantity, { measure: "deaths" })).toEqual({ required: 2, reasons: ["deaths"] });
    }
  });

  it("wants two to prefer a claim, whatever it says", () => {
    expect(needed(people(1), { isPreferred: true })).toEqual({ required: 2, reasons: ["preference"] });
    expect(needed(people(1), { isPreferred: false }).required).toBe(1);
  });

  it("wants two for a correction or retraction, with every reason said", () => {
    expect(needed(null, { entryKind: "retraction" })).toEqual({ required: 2, reasons: ["retraction"] });
    expect(needed(people(20_000), { entryKind: "correction" }).reasons).toEqual(["many_people", "correction"]);
  });

  it.each([
    [people(299), false],
    [people(300), true],
    [people(17), false],
    [people(16), true],
    [range(60, 300, "people"), true],
    [atLeast(300, "people"), true],
    [atMost(60, "people"), false],
    [unknown("withheld", "people"), false],
    [exact(5, "days"), false],
  ])("beside claims from 50 to 100, %j is far: %s", (quantity, far) => {
    expect(needed(quantity, { existingHull: range(50, 100, "people") }).reasons.includes("far_from_existing")).toBe(
      far,
    );
  });

  it("is far at a third exactly, and never without a figure", () => {
    const existingHull = range(51, 100, "people");
    expect(needed(people(17), { existingHull }).reasons).toEqual(["far_from_existing"]);
    expect(needed(null, { existingHull }).reasons).toEqual([]);
  });

  it("cannot be far from an end that is open, and zero is not three times zero", () => {
    expect(needed(people(5000), { existingHull: atLeast(50, "people") }).required).toBe(1);
    expect(needed(people(0), { existingHull: people(0) }).required).toBe(1);
    expect(needed(people(1), { existingHull: people(0) }).reasons).toEqual(["far_from_existing"]);
  });
});
