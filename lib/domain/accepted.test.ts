import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AcceptedRange, acceptedRange } from "./accepted";
import { type Claim, STANDINGS } from "./claim";
import { CLAIMANTS } from "./measure";
import { atLeast, atMost, exact, range, type UnknownReason, unknown, validateQuantity } from "./quantity";

const claim = (id: string, change: Partial<Claim> = {}): Claim => ({
  id,
  measure: "workers_directly_involved",
  basis: "on_day",
  quantity: exact(100, "people"),
  asOf: { earliest: 0, latest: 0, precision: "minute" },
  claimant: "union",
  standing: "normal",
  disputed: false,
  general: false,
  ...change,
});
function accept(...claims: Claim[]): AcceptedRange {
  const result = acceptedRange(claims);
  if ("refused" in result) throw new Error(result.refused);
  return result;
}
const count = fc.integer({ min: 0, max: 1000 });
const anyClaim = fc.record({
  quantity: fc.oneof(
    count.map((n) => exact(n, "people")),
    count.map((n) => atLeast(n, "people")),
    count.map((n) => range(n, n + 10, "people")),
    fc.constant(unknown("blackout", "people")),
  ),
  standing: fc.constantFrom(...STANDINGS),
  claimant: fc.constantFrom(...CLAIMANTS),
  disputed: fc.boolean(),
});
const claims = fc
  .array(anyClaim, { minLength: 1, maxLength: 6 })
  .map((list) => list.map((change, index) => claim(`F${index}`, change)));

describe("acceptedRange", () => {
  it("is the hull of the preferred, or of the normal where none is preferred", () => {
    const low = claim("F1", { quantity: exact(100, "people") });
    const high = claim("F2", { quantity: range(300, 400, "people") });
    expect(accept(low, high)).toMatchObject({ lower: 100, upper: 400, basedOn: ["F1", "F2"], standingUsed: "normal" });
    expect(accept(low, high)).toMatchObject({ unknownClaims: [], approximate: false });
    expect(accept(low, { ...high, quantity: { ...high.quantity, approximate: true } }).approximate).toBe(true);
    expect(accept(low, { ...high, standing: "preferred" })).toMatchObject({
      lower: 300,
      upper: 400,
      basedOn: ["F2"],
      standingUsed: "preferred",
    });
  });

  it("never counts a deprecated claim, whatever it says", () => {
    fc.assert(
      fc.property(claims, claims, (kept, dropped) => {
        const deprecated = dropped.map((entry) => ({ ...entry, id: `x${entry.id}`, standing: "deprecated" as const }));
        expect(accept(...kept, ...deprecated)).toEqual(accept(...kept));
      }),
    );
  });

  it("is neither narrowed nor widened by unknown claims, of any standing", () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(...STANDINGS), (list, standing) => {
        const { lower, upper, basedOn, disputed } = accept(...list);
        const silent = claim("U", { quantity: unknown("withheld", "people"), standing });
        expect(accept(...list, silent)).toMatchObject({ lower, upper, basedOn, disputed });
      }),
    );
  });

  it("does not depend on the order of claims, and is always sound", () => {
    fc.assert(
      fc.property(claims, (list) => {
        const [there, back] = [accept(...list), accept(...list.toReversed())];
        const ends = ({ lower, upper, unknown: reason, disputed }: AcceptedRange) => ({
          lower,
          upper,
          reason,
          disputed,
        });
        expect(ends(there)).toEqual(ends(back));
        expect(validateQuantity({ ...there, words: null, rule: null })).toEqual([]);
      }),
    );
  });

  it("is disputed when claimants share no number, even beside a preferred claim", () => {
    const union = claim("F1", { quantity: atLeast(3000, "people"), standing: "preferred" });
    const employer = claim("F2", { quantity: exact(500, "people"), claimant: "employer" });
    expect(accept(union, employer)).toMatchObject({
      lower: 3000,
      upper: null,
      disputed: true,
      disputeReasons: [{ code: "claimants_disagree", claims: ["F1", "F2"] }],
    });
  });

  it("is not disputed by one claimant who corrects itself, nor by ranges that overlap", () => {
    const first = claim("F1", { quantity: exact(100, "people") });
    const later = claim("F2", { quantity: exact(200, "people") });
    expect(accept(first, later).disputed).toBe(false);
    expect(accept({ ...first, claimantName: "A" }, { ...later, claimantName: "B" }).disputed).toBe(true);
    expect(accept({ ...first, claimantName: "A" }, { ...later, claimantName: "A" }).disputed).toBe(false);
    expect(accept({ ...first, claimantName: "A" }, later).disputed).toBe(false);
    expect(accept(first, { ...later, claimantName: "B" }).disputed).toBe(false);
    expect(accept(claim("F3", { quantity: range(100, 200, "people") }), { ...later, claimant: "state" }).disputed).toBe(
      false,
    );
  });

  it("keeps a flagged claim in the range and marks the range, also when it is the only one", () => {
    const flagged = claim("F12", { measure: "participation_rate", quantity: exact(75, "percent"), disputed: true });
    expect(accept(flagged)).toMatchObject({
      lower: 75,
      upper: 75,
      disputed: true,
      disputeReasons: [{ code: "flagged_by_moderator", claims: ["F12"] }],
    });
    expect(accept({ ...flagged, standing: "deprecated" })).toMatchObject({
      disputed: false,
      unknown: "no_source",
      standingUsed: null,
    });
  });

  it("is unknown with the reason most worth telling, never zero", () => {
    const silent = claim("F1", { quantity: unknown("not_reported", "people") });
    const hidden = claim("F2", { quantity: unknown("withheld", "people") });
    expect(accept(silent, hidden)).toMatchObject({
      lower: null,
      upper: null,
      unknown: "withheld",
      unknownClaims: ["F1", "F2"],
      basedOn: [],
      approximate: false,
    });
    expect(accept({ ...silent, standing: "preferred" }, hidden).unknown).toBe("not_reported");
    const telling = ["withheld", "blackout", "not_reported", "no_source"] as const;
    const of = (reason: UnknownReason) => claim(reason, { quantity: unknown(reason, "people") });
    for (const [at, reason] of telling.entries()) {
      expect(accept(...telling.slice(at).map(of).toReversed()).unknown).toBe(reason);
    }
  });

  it("is unknown and disputed when claims bound each other at neither end", () => {
    const most = claim("F2", { quantity: atMost(400, "people"), claimant: "state" });
    expect(accept(claim("F1", { quantity: atLeast(500, "people") }), most)).toMatchObject({
      unknown: "not_reported",
      disputed: true,
    });
  });

  it.each([
    ["mixed_measures", { measure: "attendance" as const }],
    ["mixed_bases", { basis: "peak" as const }],
    ["mixed_units", { quantity: exact(1, "percent") }],
    ["mixed_general", { general: true }],
  ])("refuses %s", (refused, change) => {
    expect(acceptedRange([claim("F1"), claim("F2", change)])).toEqual({ refused });
  });

  it("refuses to accept anything of no claims at all", () => {
    expect(acceptedRange([])).toEqual({ refused: "no_claims" });
  });
});
