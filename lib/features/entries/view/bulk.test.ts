import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedPart, type BulkRow, type BulkTally, bulkView } from "./bulk";

const tally: fc.Arbitrary<BulkTally> = fc.oneof(
  fc.record({
    ...{ foresees: fc.constantFrom("published" as const, "approved_once" as const), because: fc.constant(null) },
    ...{ outcome: fc.constantFrom(null, "decided" as const), count: fc.integer({ min: 1, max: 900 }) },
  }),
  fc.record({
    ...{ foresees: fc.constantFrom(null, "published" as const), outcome: fc.constant("untouched" as const) },
    ...{ because: fc.constantFrom("own_entry", "stale_version"), count: fc.integer({ min: 1, max: 900 }) },
  }),
);
const row = (groups: BulkTally[]): BulkRow => ({
  ...{ id: "b", verb: "approve", reason: null, filter: "", matched: 0, state: "prepared", createdAt: 0 },
  ...{ moderatorId: "m", moderatorHandle: "bolat" },
  tally: groups,
});

describe("a bulk decision", () => {
  it("counts every entry once: to be decided, decided or left as it is", () => {
    fc.assert(
      fc.property(fc.array(tally, { maxLength: 8 }), (groups) => {
        const view = bulkView(row(groups));
        expect(view.leftCount + view.decidedCount + view.untouchedCount).toBe(view.total);
        expect(view.total).toBe(groups.reduce((sum, { count }) => sum + count, 0));
        const keys = [...view.left, ...view.decided, ...view.untouched].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it("finds by the key of a line exactly the entries that the line counts", () => {
    fc.assert(
      fc.property(fc.array(tally, { minLength: 1, maxLength: 8 }), (groups) => {
        const view = bulkView(row(groups));
        for (const line of [...view.left, ...view.decided, ...view.untouched]) {
          const wanted = askedPart(row(groups), { part: line.key })?.part ?? {};
          const isOfPart = (group: BulkTally) =>
            Object.entries(wanted).every(([name, value]) => group[name as keyof BulkTally] === value);
          expect(groups.filter(isOfPart).reduce((sum, { count }) => sum + count, 0)).toBe(line.count);
        }
        expect(askedPart(row(groups), { part: "left.nothing" })).toBeNull();
      }),
    );
  });

  it("puts together what was left alone for one reason, foreseen or not", () => {
    const because = { outcome: "untouched", because: "own_entry" } as const;
    const groups: BulkTally[] = [
      { ...because, foresees: null, count: 3 },
      { ...because, foresees: "published", count: 2 },
    ];
    expect(bulkView(row(groups)).untouched).toEqual([
      { key: "untouched.own_entry", count: 5, to: null, because: "own_entry" },
    ]);
  });
});
