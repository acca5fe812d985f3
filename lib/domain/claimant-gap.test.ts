import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "./claim";
import { claimantGap } from "./claimant-gap";
import { CLAIMANTS, type Claimant } from "./measure";
import { atLeast, atMost, exact, type Quantity, range, unknown } from "./quantity";

let made = 0;
function said(claimant: Claimant, quantity: Quantity, standing: Claim["standing"] = "normal"): Claim {
  made += 1;
  return {
    ...{ id: `ZZ30-F${made}`, measure: "workers_directly_involved", basis: "on_day", quantity, claimant, standing },
    asOf: { earliest: 0, latest: 1, precision: "day" },
    ...{ disputed: false, general: false },
  };
}

function gapOf(...claims: Claim[]) {
  const gap = claimantGap(claims);
  if ("refused" in gap) throw new Error(gap.refused);
  return gap;
}

const people = (n: number) => exact(n, "people");

describe("the gap between claimants", () => {
  it("is the least by which they differ: the company's 40 % and the union's 75 % are 35 points apart", () => {
    const gap = gapOf(said("union", exact(75, "percent")), said("employer", exact(40, "percent")));
    expect(gap.sides.map(({ claimant }) => claimant)).toEqual(["employer", "union"]);
    expect(gap.widest).toMatchObject({ apart: 35, times: 1.875 });
  });

  it("is none where ranges share a number, though their middles differ as a naive gap would have it", () => {
    expect(gapOf(said("union", range(500, 900, "people")), said("state", range(100, 500, "people"))).widest).toBeNull();
    expect(gapOf(said("union", atLeast(300, "people")), said("state", people(4000))).widest).toBeNull();
  });

  it("is bounded below by open ends: at least 1,000 and up to 300 are 700 apart or more", () => {
    const gap = gapOf(said("organisers", atLeast(1000, "people")), said("state", atMost(300, "people")));
    expect(gap.widest).toMatchObject({ apart: 700 });
    expect(gap.sides.map(({ claimant }) => claimant)).toEqual(["state", "organisers"]);
  });

  it.each([
    [people(10), people(40), ["union", "employer"]],
    [people(40), people(10), ["employer", "union"]],
    [range(20, 40, "people"), range(30, 40, "people"), ["union", "employer"]],
    [range(30, 40, "people"), range(20, 40, "people"), ["employer", "union"]],
    [atMost(40, "people"), range(30, 40, "people"), ["union", "employer"]],
    [range(30, 40, "people"), atMost(40, "people"), ["employer", "union"]],
    [atLeast(5, "people"), atLeast(3, "people"), ["employer", "union"]],
    [atLeast(5, "people"), people(900), ["employer", "union"]],
    [people(900), atLeast(5, "people"), ["union", "employer"]],
  ])("puts the lowest side first: a union's %j beside an employer's %j", (union, employer, order) => {
    const gap = gapOf(said("union", union), said("employer", employer));
    expect(gap.sides.map(({ claimant }) => claimant)).toEqual(order);
  });

  it("names the claims of each side, and is rough where they are", () => {
    const [rough, hidden] = [
      said("union", { ...people(9), approximate: true }),
      said("state", unknown("withheld", "people")),
    ];
    const gap = gapOf(rough, hidden);
    expect(gap.sides).toMatchObject([{ claimant: "union", approximate: true, claims: [rough.id] }]);
    expect(gap.silent).toMatchObject([{ claimant: "state", approximate: false, claims: [hidden.id] }]);
  });

  it("takes a side that gives no number for silent, not for zero", () => {
    const gap = gapOf(said("employer", unknown("withheld", "people")), said("union", people(900)));
    expect(gap.widest).toBeNull();
    expect(gap.silent.map(({ claimant }) => claimant)).toEqual(["employer"]);
    expect(gap.sides).toHaveLength(1);
  });

  it("has no quotient of zero, and says how far from it the others are", () => {
    expect(gapOf(said("state", people(0)), said("union", people(90))).widest).toMatchObject({ apart: 90, times: null });
  });

  it("takes two claims of one side for one side, and leaves out what is deprecated", () => {
    expect(claimantGap([said("press", people(1)), said("press", people(9))])).toEqual({ refused: "one_side" });
    const set = [said("press", people(1)), said("union", people(9), "deprecated")];
    expect(claimantGap(set)).toEqual({ refused: "one_side" });
    expect(claimantGap([])).toEqual({ refused: "one_side" });
  });

  it("refuses people beside per cent", () => {
    expect(claimantGap([said("press", people(1)), said("union", exact(9, "percent"))])).toEqual({
      refused: "mixed_units",
    });
  });

  it("is the same in whatever order the claims come, never below zero, and between two of the sides", () => {
    const quantities = fc.oneof(
      fc.nat(10_000).map(people),
      fc.tuple(fc.nat(5000), fc.nat(5000)).map(([a, b]) => range(Math.min(a, b), Math.max(a, b), "people")),
      fc.nat(5000).map((n) => atLeast(n, "people")),
      fc.nat(5000).map((n) => atMost(n, "people")),
      fc.constant(unknown("not_reported", "people")),
    );
    const claims = fc.array(
      fc.tuple(fc.constantFrom(...CLAIMANTS), quantities).map(([who, what]) => said(who, what)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(claims, (all) => {
        const gap = claimantGap(all);
        const back = claimantGap(all.toReversed());
        if ("refused" in gap || "refused" in back) {
          expect(back).toEqual(gap);
          return;
        }
        expect(back.widest?.apart).toBe(gap.widest?.apart);
        if (gap.widest === null) return;
        const { low, high, apart } = gap.widest;
        expect(apart).toBeGreaterThan(0);
        expect((high.lower ?? 0) - (low.upper ?? 0)).toBe(apart);
        expect(low.claimant).not.toBe(high.claimant);
      }),
    );
  });
});
