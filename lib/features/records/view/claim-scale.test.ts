import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptedRange } from "@/lib/domain/accepted";
import type { Claim } from "@/lib/domain/claim";
import { CLAIMANTS } from "@/lib/domain/measure";
import { atLeast, atMost, exact, isUnknown, type Quantity, range, unknown } from "@/lib/domain/quantity";
import { claimScale } from "./claim-scale";

const count = fc.integer({ min: 0, max: 1_000_000 });
const quantity: fc.Arbitrary<Quantity> = fc.oneof(
  count.map((n) => exact(n, "people")),
  count.map((n) => atLeast(n, "people")),
  count.map((n) => atMost(n, "people")),
  fc.tuple(count, count).map(([a, b]) => range(Math.min(a, b), Math.max(a, b), "people")),
  fc.constant(unknown("blackout", "people")),
);
const claims = fc
  .array(fc.record({ quantity, claimant: fc.constantFrom(...CLAIMANTS) }), { minLength: 1, maxLength: 20 })
  .map((all) => all.map((one, index) => claimOf(`F${index}`, one)));

function claimOf(id: string, change: Partial<Claim>): Claim {
  return {
    ...{ id, measure: "attendance", basis: "on_day", quantity: exact(1, "people"), claimant: "union" },
    ...{ asOf: { earliest: 0, latest: 0, precision: "minute" }, standing: "normal", disputed: false, general: false },
    ...change,
  };
}

describe("claimScale", () => {
  it("has a place inside its length for every number, and none for what nobody could count", () => {
    fc.assert(
      fc.property(claims, (all) => {
        const scale = claimScale(all, null);
        const known = all.filter((claim) => !isUnknown(claim.quantity));
        expect(Object.keys(scale?.marks ?? {}).toSorted()).toEqual(known.map(({ id }) => id).toSorted());
        for (const { from, at, to } of Object.values(scale?.marks ?? {})) {
          expect([0, from, at, to, 100]).toEqual([0, from, at, to, 100].toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it("keeps the order of numbers, and holds every claim that the accepted range rests on inside its band", () => {
    fc.assert(
      fc.property(claims, (all) => {
        const accepted = acceptedRange(all);
        if ("refused" in accepted) throw new Error(accepted.refused);
        const scale = claimScale(all, accepted);
        const band = scale?.accepted;
        for (const id of band ? accepted.basedOn : []) {
          const mark = scale?.marks[id];
          expect(band?.from).toBeLessThanOrEqual(mark?.from ?? -1);
          expect(band?.to).toBeGreaterThanOrEqual(mark?.to ?? 101);
        }
      }),
    );
  });

  it("draws a rate from 0 to 100 however small it is, and an open end with an arrow to the end of the scale", () => {
    const scale = claimScale([{ id: "F1", quantity: atLeast(3, "percent") }], null);
    expect(scale?.ticks.map(({ value }) => value)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(scale?.marks.F1).toEqual({ from: 3, at: 3, to: 100, isOpenBelow: false, isOpenAbove: true });
    const most = claimScale([{ id: "F1", quantity: atMost(300, "people") }], null);
    expect(most?.marks.F1).toMatchObject({ from: 0, at: 100, isOpenBelow: true, isOpenAbove: false });
  });

  it("leaves room past the highest number for the arrow of an open end", () => {
    const scale = claimScale([{ id: "F1", quantity: atLeast(1000, "people") }], null);
    expect(scale?.marks.F1?.at).toBeLessThan(85);
  });

  it("is none without a number, and has no band where nothing is accepted", () => {
    expect(claimScale([{ id: "F1", quantity: unknown("withheld", "people") }], null)).toBeNull();
    expect(claimScale([{ id: "F1", quantity: exact(0, "people") }], null)?.accepted).toBeNull();
    expect(claimScale([{ id: "F1", quantity: exact(0, "people") }], { lower: 0, upper: 0 })?.accepted).not.toBeNull();
  });
});
