import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ends, holds, NOT_SAID, people, stated } from "@/prisma/seed/stated-quantities";
import { syntheticFigure, syntheticMoment } from "@/prisma/seed/synthetic-record";
import { acceptedRange } from "./accepted";
import { STANDINGS } from "./claim";
import { exact, type Quantity, range } from "./quantity";
import { participationRate } from "./rate";
import { type Summand, sumRanges } from "./sum";

/**
 * Every rule of arithmetic beside the version that comes to mind first: what the rule promises for all numbers, and one
 * case in which the other version says something false.
 */

const claim = (id: string, quantity: Quantity, change = {}) => syntheticFigure(id, { quantity, ...change });
const summand = (subject: string, quantity: Quantity, change: Partial<Summand["range"]> = {}): Summand => ({
  subject,
  day: null,
  range: {
    ...({ measure: "workers_directly_involved", basis: "peak", general: false, basedOn: [subject] } as const),
    ...quantity,
    ...change,
  },
});

describe("sum of ranges", () => {
  const naive = (list: readonly Quantity[]) => [
    list.reduce((sum, one) => sum + (one.lower ?? 0), 0),
    list.reduce((sum, one) => sum + (one.upper ?? 0), 0),
  ];

  it("holds the truth whenever its parts do, however much is unknown", () => {
    const parts = fc
      .array(fc.nat(900), { minLength: 1, maxLength: 6 })
      .chain((truths) => fc.tuple(fc.constant(truths), fc.tuple(...truths.map(stated))));
    fc.assert(
      fc.property(parts, ([truths, list]) => {
        const sum = sumRanges(
          list.map((quantity, index) => summand(`A${index}`, quantity)),
          0,
        );
        const silent = list.filter(({ unknown: reason }) => reason !== null).length;
        expect(sum.withoutFigure).toBe(silent);
        expect("refused" in sum).toBe(silent === list.length);
        if (!("refused" in sum))
          expect(
            holds(
              sum,
              truths.reduce((all, n) => all + n, 0),
            ),
          ).toBe(true);
      }),
    );
  });

  it("is open where a naive sum takes what is open or unknown for zero", () => {
    const list = [people(100), { ...people(1000), upper: null }, NOT_SAID];
    expect(naive(list)).toEqual([1100, 100]);
    expect(
      ends(
        sumRanges(
          list.map((one, index) => summand(`A${index}`, one)),
          0,
        ),
      ),
    ).toEqual([1100, null]);
  });
});

describe("only equal measures", () => {
  it("refuses what a naive sum adds: strikers, a crowd and days in one number", () => {
    const mixed = [summand("A1", people(100)), summand("A2", people(900), { measure: "attendance" })];
    expect(mixed.reduce((sum, { range: { lower } }) => sum + (lower ?? 0), 0)).toBe(1000);
    expect(sumRanges(mixed, 0)).toMatchObject({ refused: "mixed_measures" });
  });
});

describe("rates", () => {
  it("are refused where a naive mean of 90 % of ten and 10 % of a thousand says half of all", () => {
    const rates = [90, 10].map((n, index) =>
      summand(`A${index}`, exact(n, "percent"), { measure: "participation_rate" }),
    );
    expect(rates.reduce((sum, { range: { lower } }) => sum + (lower ?? 0), 0) / rates.length).toBe(50);
    expect(sumRanges(rates, 0)).toMatchObject({ refused: "rates_never_added" });
    // 9 and 100 of 1,010.
    expect(((9 + 100) / 1010) * 100).toBeLessThan(11);
  });
});

describe("general strikes", () => {
  it("are never added to workplaces, however many there are", () => {
    const list = fc.array(fc.record({ n: fc.nat(900), general: fc.boolean() }), { maxLength: 8 });
    fc.assert(
      fc.property(list, (all) => {
        const sum = sumRanges(
          all.map(({ n, general }, index) => summand(`A${index}`, people(n), { general })),
          0,
        );
        expect(sum.excludedGeneral).toBe(all.filter(({ general }) => general).length);
        const workplaces = all.reduce((total, { n, general }) => total + (general ? 0 : n), 0);
        expect("refused" in sum ? 0 : sum.lower).toBe(workplaces);
      }),
    );
  });

  it("would count the same people twice in a naive sum", () => {
    const workplace = summand("A1", people(300));
    const area = summand("G1", people(90_000), { general: true });
    expect((workplace.range.lower ?? 0) + (area.range.lower ?? 0)).toBe(90_300);
    expect(ends(sumRanges([workplace, area], 0))).toEqual([300, 300]);
  });
});

describe("accepted range", () => {
  it("holds the truth when one of the claims it rests on does, whoever else speaks", () => {
    const others = fc.array(fc.record({ n: fc.nat(900), standing: fc.constantFrom(...STANDINGS) }), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.nat(900).chain((truth) => fc.tuple(fc.constant(truth), stated(truth))),
        others,
        ([truth, right], rest) => {
          const preferred = claim("F0", right, { standing: "preferred" });
          const found = acceptedRange([
            preferred,
            ...rest.map(({ n, standing }, at) => claim(`F${at + 1}`, people(n), { standing })),
          ]);
          if ("refused" in found) throw new Error(found.refused);
          if (right.unknown === null) expect(holds(found, truth)).toBe(true);
        },
      ),
    );
  });

  it("is a span where a naive mean of the state's 100 and the union's 900 says what nobody said", () => {
    const claims = [claim("F1", people(100), { claimant: "state" }), claim("F2", people(900))];
    expect(claims.reduce((sum, { quantity }) => sum + (quantity.lower ?? 0), 0) / claims.length).toBe(500);
    expect(acceptedRange(claims)).toMatchObject({ lower: 100, upper: 900, disputed: true });
  });

  it("is not moved by what was set aside, as a naive least and most of all claims is", () => {
    const claims = [claim("F1", people(100)), claim("F2", people(9000), { standing: "deprecated" })];
    expect(Math.max(...claims.map(({ quantity }) => quantity.upper ?? 0))).toBe(9000);
    expect(acceptedRange(claims)).toMatchObject({ lower: 100, upper: 100 });
  });
});

describe("participation rate", () => {
  const on = { start: Date.UTC(2030, 4, 1), end: Date.UTC(2030, 4, 2) };
  const rate = (quantity: Quantity, size: Quantity, day = 1) =>
    participationRate({
      involved: { workforceId: "W1", measure: "workers_directly_involved", general: false, quantity },
      sizes: [{ id: "H1", workforceId: "W1", quantity: size, asOf: syntheticMoment(day), standing: "normal" }],
      on,
    });

  it("divides crosswise: lower by lower and upper by upper would leave out true rates", () => {
    // 200–300 of 400–1,000; it may be 300 of 400.
    expect([(200 / 400) * 100, (300 / 1000) * 100]).toEqual([50, 30]);
    expect(ends(rate(range(200, 300, "people"), range(400, 1000, "people")))).toEqual([20, 75]);
  });

  it("is within 0 and 100 for all numbers, and says when it had to be cut", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 1000 }), (involved, size) => {
        const found = rate(people(involved), people(size));
        if ("refused" in found) throw new Error(found.refused);
        expect(found.upper).toBeLessThanOrEqual(100);
        expect(found.capped).toBe(involved > size);
      }),
    );
  });

  it("refuses what a naive division makes of a later size, a reported rate or no number at all", () => {
    expect(rate(people(50), people(100), 2)).toEqual({ refused: "no_size_by_then" });
    expect(rate(exact(75, "percent"), people(4000))).toEqual({ refused: "measure_mismatch" });
    expect(rate(NOT_SAID, people(100))).toEqual({ refused: "involved_unknown" });
    expect(rate(people(50), people(0))).toEqual({ refused: "size_zero" });
  });
});
