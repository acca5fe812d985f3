import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RECORD_LETTERS, type RecordKind } from "./id";
import { mayBeSame, maySayTheSame, type Sketch } from "./likely-same";

const kinds = Object.keys(RECORD_LETTERS) as RecordKind[];
const ids = fc.uniqueArray(fc.constantFrom("A1", "A2", "W1"), { maxLength: 2 });
const day = fc.integer({ min: 0, max: 5 });
const sketches: fc.Arbitrary<Sketch> = fc.record({
  kind: fc.constantFrom(...kinds),
  sort: fc.option(fc.constantFrom("strike", "rally")),
  about: ids,
  place: fc.option(fc.record({ regionId: fc.option(fc.constantFrom("R1", "R2")), localityId: fc.constant(null) })),
  span: fc.option(
    fc.tuple(day, day).map(([one, other]) => ({ earliest: Math.min(one, other), latest: Math.max(one, other) })),
  ),
  claimant: fc.option(fc.constantFrom("press", "union")),
  quantity: fc.option(fc.record({ lower: fc.option(day), upper: fc.option(day), unknown: fc.constant(null) })),
  texts: fc.array(fc.constantFrom("the bridge was closed", "The bridge was closed.", "Мост закрыт"), { maxLength: 2 }),
  sourceIds: fc.uniqueArray(fc.constantFrom("S1", "S2"), { maxLength: 2 }),
});
const blank: Omit<Sketch, "kind"> = {
  ...{ sort: null, about: [], place: null, span: null, claimant: null, quantity: null, texts: [], sourceIds: [] },
};

describe("what may be the same thing told twice", () => {
  it("is so from either side, and never of two kinds", () => {
    fc.assert(
      fc.property(sketches, sketches, (one, other) => {
        expect(mayBeSame(one, other)).toBe(mayBeSame(other, one));
        expect(maySayTheSame(one, other)).toBe(maySayTheSame(other, one));
        if (one.kind !== other.kind) expect(maySayTheSame(one, other)).toBe(false);
        if (mayBeSame(one, other)) expect(maySayTheSame(one, other)).toBe(true);
      }),
    );
  });

  it("is never told from nothing: an empty form is like no record, whatever that says", () => {
    fc.assert(
      fc.property(sketches, (other) => {
        expect(maySayTheSame({ ...blank, kind: other.kind }, other)).toBe(false);
      }),
    );
  });

  it("a record that says enough is like itself", () => {
    const whole: Omit<Sketch, "kind"> = {
      ...{
        sort: "strike",
        about: ["A1"],
        place: { regionId: "R1", localityId: null },
        span: { earliest: 1, latest: 2 },
      },
      claimant: "press",
      ...{ quantity: { lower: 3, upper: null, unknown: null }, texts: ["the bridge was closed"], sourceIds: ["S1"] },
    };
    for (const kind of kinds) expect([kind, mayBeSame({ ...whole, kind }, { ...whole, kind })]).toEqual([kind, true]);
  });

  it("a town is not its region, another day is not the same, and two numbers are two claims", () => {
    const of = (kind: RecordKind, changes: Partial<Sketch>): Sketch => ({ ...blank, kind, ...changes });
    const gap = { sort: "internet_cut", span: { earliest: 1, latest: 2 } };
    const region = { regionId: "R1", localityId: null };
    expect(
      mayBeSame(of("coverage_note", { ...gap, place: region }), of("coverage_note", { ...gap, place: region })),
    ).toBe(true);
    const town = { regionId: "R1", localityId: "T1" };
    expect(mayBeSame(of("action", { ...gap, place: town }), of("action", { ...gap, place: region }))).toBe(false);
    const later = { span: { earliest: 3, latest: 4 } };
    expect(mayBeSame(of("action", { ...gap, about: ["W1"] }), of("action", { ...later, about: ["W1"] }))).toBe(false);
    const size = (lower: number) =>
      of("workforce_size", { ...gap, about: ["W1"], quantity: { lower, upper: null, unknown: null } });
    expect(mayBeSame(size(5), size(5))).toBe(true);
    expect(mayBeSame(size(5), size(6))).toBe(false);
  });
});
