import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asKnownAt, countedAt, type RevisionOf } from "./replay";

const revision = (recordId: string, number: number, recordedAt: number, retracts = false): RevisionOf<string> => ({
  recordId,
  number,
  recordedAt,
  retracts,
  snapshot: `${recordId}.${number}`,
});
const LOG = [revision("F1", 1, 10), revision("F2", 1, 20), revision("F1", 2, 30), revision("F2", 2, 40, true)];
const known = (at: number) => asKnownAt(LOG, at).map((entry) => entry.snapshot);

describe("asKnownAt", () => {
  it("shows what had been published by then, the very instant included", () => {
    expect(known(9)).toEqual([]);
    expect(known(10)).toEqual(["F1.1"]);
    expect(known(29)).toEqual(["F1.1", "F2.1"]);
    expect(known(30)).toEqual(["F1.2", "F2.1"]);
  });

  it("keeps a retracted record as a tombstone that is not counted, and counts it before", () => {
    expect(known(40)).toEqual(["F1.2", "F2.2"]);
    expect(countedAt(LOG, 40).map((entry) => entry.snapshot)).toEqual(["F1.2"]);
    expect(countedAt(LOG, 39).map((entry) => entry.snapshot)).toEqual(["F1.2", "F2.1"]);
  });

  it("goes by number where clocks stepped back", () => {
    expect(asKnownAt([revision("F1", 1, 50), revision("F1", 2, 49)], 60)).toMatchObject([{ number: 2 }]);
  });

  it("is not changed by anything recorded later, nor by the order of rows", () => {
    const row = fc.tuple(fc.constantFrom("F1", "F2", "A1"), fc.nat(99), fc.boolean());
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.nat(99), (rows, at) => {
        const all = rows.map(([id, recordedAt, retracts], index) => revision(id, index + 1, recordedAt, retracts));
        const sorted = (list: RevisionOf<string>[]) =>
          asKnownAt(list, at)
            .map((entry) => entry.snapshot)
            .toSorted();
        expect(sorted(all.toReversed())).toEqual(sorted(all));
        expect(sorted(all.filter((entry) => entry.recordedAt <= at))).toEqual(sorted(all));
      }),
    );
  });
});
