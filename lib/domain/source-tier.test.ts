import fc from "fast-check";
import { expect, it } from "vitest";
import { lacksFirstTier, losesFirstTier, type Tier } from "./source-tier";

const tiers = fc.array(fc.constantFrom<Tier>("one", "two"), { maxLength: 6 });

it("one source of the first tier is enough, wherever it stands, and nothing cited lacks nothing", () => {
  expect(lacksFirstTier([])).toBe(false);
  expect(lacksFirstTier(["two"])).toBe(true);
  fc.assert(
    fc.property(tiers, tiers, (some, others) => {
      expect(lacksFirstTier([...some, "one", ...others])).toBe(false);
      expect(lacksFirstTier(["two", ...some])).toBe(!some.includes("one"));
    }),
  );
});

it("a change is held to the rule only where it takes the last of them away", () => {
  expect(losesFirstTier(["one", "two"], ["two"])).toBe(true);
  expect(losesFirstTier(["two"], ["two", "two"])).toBe(false);
  fc.assert(
    fc.property(tiers, tiers, (before, after) => {
      expect(losesFirstTier(before, [...after, "one"])).toBe(false);
      if (losesFirstTier(before, after)) expect([before.includes("one"), after.includes("one")]).toEqual([true, false]);
    }),
  );
});
