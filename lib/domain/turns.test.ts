import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeTurns, type Waiting } from "./turns";

const AUTHORS = ["a", "b", "c", "d"];
/** Few authors and few moments, so that turns and ties happen. */
const queue = fc
  .array(fc.record({ authorId: fc.constantFrom(...AUTHORS), submittedAt: fc.integer({ min: 0, max: 9 }) }), {
    maxLength: 40,
  })
  .map((rows) => rows.map((row, at): Waiting => ({ ...row, id: `e${String(at).padStart(3, "0")}` })));

const placesOf = (ordered: readonly Waiting[], authorId: string) =>
  ordered.flatMap((entry, place) => (entry.authorId === authorId ? [place] : []));

describe("taking turns", () => {
  it("never has the nth of an author behind the n+1st of another", () => {
    fc.assert(
      fc.property(queue, (waiting) => {
        const ordered = takeTurns(waiting);
        for (const one of AUTHORS) {
          for (const other of AUTHORS) {
            const [mine, theirs] = [placesOf(ordered, one), placesOf(ordered, other)];
            mine.forEach((place, turn) => {
              for (const later of theirs.slice(turn + 1)) expect(place).toBeLessThan(later);
            });
          }
        }
      }),
    );
  });

  it("puts an author's first at most one place further back for each other author, whatever they send", () => {
    fc.assert(
      fc.property(queue, fc.integer({ min: 1, max: 60 }), (waiting, flood) => {
        const mine: Waiting = { id: "mine", authorId: "me", submittedAt: 5 };
        const others = Array.from(
          { length: flood },
          (_, at): Waiting => ({ ...mine, id: `f${at}`, authorId: "flood" }),
        );
        const place = (rows: Waiting[]) => takeTurns(rows).findIndex(({ id }) => id === "mine");
        expect(place([...waiting, mine, ...others])).toBeLessThanOrEqual(place([...waiting, mine]) + 1);
      }),
    );
  });

  it("has the longest waiting first within an author and within a turn", () => {
    fc.assert(
      fc.property(queue, (waiting) => {
        const ordered = takeTurns(waiting);
        const turns = new Map<string, number>();
        let [turnBefore, before] = [-1, -1];
        for (const { authorId, submittedAt } of ordered) {
          const turn = turns.get(authorId) ?? 0;
          turns.set(authorId, turn + 1);
          if (turn === turnBefore) expect(submittedAt).toBeGreaterThanOrEqual(before);
          [turnBefore, before] = [turn, submittedAt];
        }
        for (const author of AUTHORS) {
          const times = ordered.filter(({ authorId }) => authorId === author).map(({ submittedAt }) => submittedAt);
          expect(times).toEqual(times.toSorted((one, other) => one - other));
        }
      }),
    );
  });

  it("shows everything once, in an order that does not depend on how it was read", () => {
    fc.assert(
      fc.property(queue, (waiting) => {
        const ordered = takeTurns(waiting);
        expect(ordered.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(waiting);
        expect(takeTurns(waiting.toReversed())).toEqual(ordered);
      }),
    );
  });

  it("takes a flood and three people in turn", () => {
    const flood = [1, 2, 3].map((at): Waiting => ({ id: `flood${at}`, authorId: "flood", submittedAt: at }));
    const people = ["p", "q"].map((authorId, at): Waiting => ({ id: authorId, authorId, submittedAt: 100 + at }));
    expect(takeTurns([...people, ...flood]).map(({ id }) => id)).toEqual(["flood1", "p", "q", "flood2", "flood3"]);
  });
});
