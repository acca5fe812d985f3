import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meetsThreshold, type StoppageSize, THRESHOLDS } from "./threshold";

const is = (n: number) => ({ lower: n, upper: n });
const UNKNOWN = { lower: null, upper: null };
const stoppage = (change: Partial<StoppageSize>): StoppageSize => ({
  workers: UNKNOWN,
  shifts: UNKNOWN,
  hours: UNKNOWN,
  daysNotWorked: UNKNOWN,
  ...change,
});

describe("meetsThreshold", () => {
  it.each([
    ["bls", { workers: is(1000), shifts: is(1) }, "meets"],
    ["bls", { workers: is(999), shifts: is(9) }, "below"],
    ["bls", { workers: is(999) }, "below"],
    ["bls", { workers: is(5000) }, "cannot_say"],
    ["bls", { workers: { lower: 200, upper: null }, shifts: is(1) }, "cannot_say"],
    ["bls", { workers: { lower: 900, upper: 1100 }, shifts: is(1) }, "cannot_say"],
    ["bls", { workers: { lower: 900, upper: 1000 }, shifts: is(1) }, "cannot_say"],
    ["bls", { shifts: is(0.5) }, "below"],
    ["ons", { workers: is(10), shifts: is(0.5) }, "meets"],
    ["ons", { workers: is(9), shifts: is(1), daysNotWorked: is(100) }, "meets"],
    ["ons", { workers: is(9), shifts: is(1), daysNotWorked: is(99) }, "below"],
    ["ons", { workers: is(9), shifts: is(1) }, "cannot_say"],
    ["kz", { hours: is(3) }, "meets"],
    ["kz", { hours: is(2.9) }, "below"],
    ["kz", { hours: { lower: null, upper: 4 } }, "cannot_say"],
    ["none", {}, "meets"],
  ] as const)("%s: %j %s", (threshold, size, answer) => {
    expect(meetsThreshold(threshold, stoppage(size))).toBe(answer);
  });

  it("never calls what nobody reported below", () => {
    for (const threshold of THRESHOLDS) expect(meetsThreshold(threshold, stoppage({}))).not.toBe("below");
  });

  it("gives no answer that better knowledge would overturn", () => {
    const known = fc.record({ workers: fc.nat(2000), shifts: fc.nat(3), hours: fc.nat(6), daysNotWorked: fc.nat(200) });
    const slack = fc.record({ below: fc.nat(900), above: fc.nat(900), hide: fc.boolean() });
    fc.assert(
      fc.property(
        known,
        slack,
        fc.constantFrom(...THRESHOLDS),
        ({ workers, shifts, hours, daysNotWorked }, { below, above, hide }, threshold) => {
          const truth = meetsThreshold(threshold, {
            workers: is(workers),
            shifts: is(shifts),
            hours: is(hours),
            daysNotWorked: is(daysNotWorked),
          });
          const vague = stoppage({
            workers: { lower: workers - below, upper: workers + above },
            hours: is(hours),
            ...(hide ? {} : { shifts: is(shifts), daysNotWorked: is(daysNotWorked) }),
          });
          expect([truth, "cannot_say"]).toContain(meetsThreshold(threshold, vague));
        },
      ),
    );
  });
});
