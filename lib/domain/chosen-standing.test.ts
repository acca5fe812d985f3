import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptedRange } from "./accepted";
import { agreeing, CHOSEN_STANDINGS, standingsFor, type Vote, weightOf } from "./chosen-standing";
import type { Claim } from "./claim";
import { RECORD_LETTERS, type RecordKind } from "./id";
import { exact } from "./quantity";

const chosen = fc.constantFrom(...CHOSEN_STANDINGS);
const votes = fc.array(
  fc.record({ moderatorId: fc.constantFrom("a", "b", "c"), standing: fc.option(chosen) }) as fc.Arbitrary<Vote>,
  { maxLength: 12 },
);

describe("what a choice makes of a claim", () => {
  it("gives a reason exactly to what is not plain, and to one of the two", () => {
    fc.assert(
      fc.property(chosen, (one) => {
        const { standing, standingReason, disputed, disputeReason } = weightOf(one, { en: "Why" });
        expect(standing !== "normal").toBe(standingReason !== null);
        expect(disputed).toBe(disputeReason !== null);
        expect([standingReason, disputeReason].filter((reason) => reason !== null)).toHaveLength(
          one === "normal" ? 0 : 1,
        );
      }),
    );
  });

  it("does to the accepted range what its words promise, beside another claim", () => {
    const claim = (id: string, people: number, choice = weightOf("normal", null)): Claim => ({
      ...{ id, measure: "workers_directly_involved", basis: "on_day", quantity: exact(people, "people") },
      ...{ asOf: { earliest: 0, latest: 1, precision: "day" }, claimant: "union", general: false },
      ...{ standing: choice.standing, disputed: choice.disputed },
    });
    const ranges = CHOSEN_STANDINGS.map((one) => {
      const range = acceptedRange([claim("old", 100), claim("new", 200, weightOf(one, { en: "Why" }))]);
      return "refused" in range ? null : [one, range.lower, range.upper, range.disputed];
    });
    expect(ranges).toEqual([
      ["normal", 100, 200, false],
      ["preferred", 200, 200, false],
      ["deprecated", 100, 100, false],
      ["disputed", 100, 200, true],
    ]);
  });

  it("is offered for claims alone, the plain one first", () => {
    for (const kind of Object.keys(RECORD_LETTERS) as RecordKind[]) {
      const isClaim = kind === "figure" || kind === "workforce_size";
      expect(standingsFor(kind)[0]).toBe(isClaim ? "normal" : undefined);
    }
    expect(standingsFor("workforce_size")).not.toContain("disputed");
  });
});

describe("approvals that agree", () => {
  it("are of different moderators, each in the last word they gave, and of all choices together everybody once", () => {
    fc.assert(
      fc.property(votes, (given) => {
        const all = CHOSEN_STANDINGS.flatMap((one) => agreeing(given, one).map((vote) => [one, vote] as const));
        const who = all.map(([, { moderatorId }]) => moderatorId);
        expect(who.toSorted()).toEqual([...new Set(given.map(({ moderatorId }) => moderatorId))].toSorted());
        for (const [one, vote] of all) {
          expect(given.findLast(({ moderatorId }) => moderatorId === vote.moderatorId)).toBe(vote);
          expect(vote.standing ?? "normal").toBe(one);
        }
      }),
    );
  });

  it("another choice voids none but the chooser's own earlier one", () => {
    fc.assert(
      fc.property(votes, chosen, (given, one) => {
        const after = agreeing([...given, { moderatorId: "new", standing: one }], one);
        expect(after).toHaveLength(agreeing(given, one).length + 1);
      }),
    );
  });
});
