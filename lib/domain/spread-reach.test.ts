import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reachPerDay } from "./spread";
import type { SpreadAction } from "./spread-records";

const DAY = 86_400_000;
const day = (n: number) => ({ start: n * DAY, end: (n + 1) * DAY });
const action = (
  id: string,
  regionCode: string,
  [from, to = from]: [number, number?],
  change: Partial<SpreadAction> = {},
): SpreadAction => {
  const start = { earliest: from * DAY, latest: (to + 1) * DAY - 1, precision: "day" as const };
  const period = { start, end: null, openEnd: false };
  const said = { kind: "strike", stoppage: "yes", certainty: "confirmed" } as const;
  return { id, regionCode, placeId: null, ...said, lastKnownAt: null, period, ...change };
};
const RALLY = { kind: "rally", stoppage: "no" } as const;

describe("reachPerDay", () => {
  it("counts regions and places once, strikes and rallies apart", () => {
    const place = (placeId: string) => ({ placeId });
    const actions = [
      action("A1", "MAN", [3], place("zhanaozen")),
      action("A2", "MAN", [3], place("zhanaozen")),
      action("A3", "MAN", [3]),
      action("A4", "ALA", [3], { ...RALLY, ...place("almaty") }),
    ];
    const [first] = reachPerDay(actions, [day(3)]);
    expect(first?.strike).toEqual({
      regions: { sure: ["MAN"], possible: [] },
      places: { sure: ["zhanaozen"], possible: [] },
      notKnownWhetherOn: [],
      withoutPlace: 1,
    });
    expect(first?.rally.regions.sure).toEqual(["ALA"]);
  });

  it("counts an action on the days it is known for, and says when its end is not known", () => {
    const reach = reachPerDay([action("A1", "MAN", [3], { lastKnownAt: 4.5 * DAY })], [2, 3, 4, 5].map(day));
    expect(reach.map(({ strike }) => strike.regions.sure.length)).toEqual([0, 1, 1, 0]);
    expect(reach.map(({ strike }) => strike.notKnownWhetherOn)).toEqual([[], [], [], ["A1"]]);
  });

  it("never counts a region as both sure and possible, and never counts what is contradicted", () => {
    const reach = reachPerDay(
      [action("A1", "MAN", [3, 4]), action("A2", "MAN", [4]), action("A3", "ATY", [4], { certainty: "contradicted" })],
      [day(3), day(4)],
    );
    expect(reach.map(({ strike }) => strike.regions)).toEqual([
      { sure: [], possible: ["MAN"] },
      { sure: ["MAN"], possible: [] },
    ]);
  });

  it("leaves every action on at least one of the days its start may be, and on none before", () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(4), (from, extra) => {
        const reach = reachPerDay(
          [action("A1", "MAN", [from, from + extra])],
          Array.from({ length: 14 }, (_, n) => day(n)),
        );
        const seen = reach.flatMap(({ strike: { regions } }, n) =>
          regions.sure.length + regions.possible.length > 0 ? [n] : [],
        );
        expect(seen).toEqual(Array.from({ length: extra + 1 }, (_, n) => from + n));
        expect(reach.filter(({ strike }) => strike.regions.sure.length > 0)).toHaveLength(extra === 0 ? 1 : 0);
      }),
    );
  });
});
