import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstJoining, regionStateAt } from "./spread";
import { type CoverageGap, EVENT_KINDS, type SpreadAction, type SpreadEvent, spreadKindsOf } from "./spread-records";

const DAY = 86_400_000;
const day = (n: number) => ({ start: n * DAY, end: (n + 1) * DAY });
const during = (from: number, to = from) => ({
  earliest: from * DAY,
  latest: (to + 1) * DAY - 1,
  precision: "day" as const,
});
const action = (
  id: string,
  regionCode: string | null,
  start: [number, number?],
  change: Partial<SpreadAction> = {},
): SpreadAction => ({
  id,
  regionCode,
  placeId: null,
  kind: "strike",
  stoppage: "yes",
  certainty: "confirmed",
  lastKnownAt: null,
  period: { start: during(...start), end: null, openEnd: false },
  ...change,
});
const RALLY = { kind: "rally", stoppage: "no" } as const;
const gap = (id: string, regionCode: string | null, from: number, to: number | null): CoverageGap => ({
  id,
  regionCode,
  period: { start: during(from), end: to === null ? null : during(to), openEnd: false },
});

describe("spreadKindsOf", () => {
  it("makes no strike of a protest whose stoppage is unclear", () => {
    expect(spreadKindsOf({ kind: "rally", stoppage: "unclear" })).toEqual(["rally"]);
    expect(spreadKindsOf({ kind: "blockade", stoppage: "yes" })).toEqual(["strike", "rally"]);
    expect(spreadKindsOf({ kind: "strike", stoppage: "unclear" })).toEqual(["strike"]);
    expect(spreadKindsOf({ kind: "strike", stoppage: "no" })).toEqual(["rally"]);
  });
});

describe("firstJoining", () => {
  it("takes the interval over all actions, not that of the earliest one", () => {
    const { strike } = firstJoining(
      ["MAN"],
      [action("A1", "MAN", [1, 9]), action("A2", "MAN", [3]), action("A3", "MAN", [5])],
      [],
    );
    expect(strike.joined).toMatchObject([{ earliest: 1 * DAY, latest: 4 * DAY - 1, actionIds: ["A1", "A2"], rank: 1 }]);
  });

  const at = (earliest: number, latest: number) => ({
    period: { start: { earliest, latest, precision: "hour" as const }, end: null, openEnd: false },
  });

  it("takes what may have begun, or a gap that may have opened, at the very last instant for possible", () => {
    const actions = [action("A1", "MAN", [0], at(1, 5)), action("A2", "MAN", [0], at(5, 9))];
    const gaps = [5, 6].map((from) => ({ ...gap(`C${from}`, "MAN", 0, null), ...at(from, 9) }));
    expect(firstJoining(["MAN"], actions, gaps).strike.joined).toMatchObject([
      { actionIds: ["A1", "A2"], gaps: ["C5"] },
    ]);
  });

  it("leaves a tie a tie, and gives the next rank after all of them", () => {
    const actions = [action("A1", "AKT", [2]), action("A2", "MAN", [2]), action("A3", "ATY", [3])];
    const regions = ["ATY", "MAN", "AKT"];
    for (const order of [regions, regions.toReversed()]) {
      const { joined } = firstJoining(order, actions, []).strike;
      expect(joined.map(({ regionCode, rank, tiedWith }) => [regionCode, rank, tiedWith])).toEqual([
        ["AKT", 1, ["MAN"]],
        ["MAN", 1, ["AKT"]],
        ["ATY", 3, []],
      ]);
    }
  });

  it("takes joinings that share one instant for a tie", () => {
    const actions = [
      action("A1", "A", [0], at(1, 5)),
      action("A2", "B", [0], at(5, 9)),
      action("A3", "C", [0], at(10, 10)),
    ];
    const { joined } = firstJoining(["A", "B", "C"], actions, []).strike;
    expect(joined.map(({ rank, tiedWith }) => [rank, tiedWith])).toEqual([
      [1, ["B"]],
      [1, ["A"]],
      [3, []],
    ]);
  });

  it("gives one rank to a chain that cannot be put in order, and still says what is certain in it", () => {
    const actions = [action("A1", "A", [1, 3]), action("A2", "B", [3, 6]), action("A3", "C", [5, 8])];
    const { joined } = firstJoining(["A", "B", "C"], actions, []).strike;
    expect(
      joined.map(({ regionCode, rank, place, tiedWith }) => [regionCode, rank, place.best, place.worst, tiedWith]),
    ).toEqual([
      ["A", 1, 1, 2, ["B"]],
      ["B", 1, 1, 3, ["A", "C"]],
      ["C", 1, 2, 3, ["B"]],
    ]);
  });

  it("keeps strikes and rallies apart, and lists regions not in the record with their gaps", () => {
    const { strike, rally } = firstJoining(
      ["MAN", "ALA"],
      [action("A1", "MAN", [2]), action("A2", "ALA", [4], RALLY)],
      [gap("C1", null, 5, 9)],
    );
    expect(strike.joined.map((entry) => entry.regionCode)).toEqual(["MAN"]);
    expect(strike.never).toEqual([{ regionCode: "ALA", gaps: ["C1"], contradicted: [] }]);
    expect(rally.joined.map((entry) => entry.regionCode)).toEqual(["ALA"]);
  });

  it("says when a gap may hide an earlier action, and not when the gap came after", () => {
    const joined = (from: number) =>
      firstJoining(["MAN"], [action("A1", "MAN", [4])], [gap("C1", "MAN", from, 9), gap("C2", "ALA", 1, 9)]).strike
        .joined[0];
    expect(joined(3)?.gaps).toEqual(["C1"]);
    expect(joined(5)?.gaps).toEqual([]);
  });

  it("does not let a contradicted action join, and says what only one side claims", () => {
    const actions = [
      action("A1", "MAN", [2], { certainty: "contradicted" }),
      action("A2", "ALA", [3], { certainty: "claimed" }),
    ];
    const { strike } = firstJoining(["MAN", "ALA"], actions, []);
    expect(strike.joined).toMatchObject([{ regionCode: "ALA", claimedOnly: true }]);
    expect(strike.never).toEqual([{ regionCode: "MAN", gaps: [], contradicted: ["A1"] }]);
    const both = [action("A2", "ALA", [3], { certainty: "claimed" }), action("A3", "ALA", [3])];
    expect(firstJoining(["ALA"], both, []).strike.joined).toMatchObject([{ claimedOnly: false }]);
  });

  it("never contradicts any true order that the intervals allow", () => {
    const start = fc
      .tuple(fc.nat(20), fc.nat(6), fc.nat(6))
      .map(([from, sure, extra]) => ({ from, to: from + sure + extra, truth: from + sure }));
    fc.assert(
      fc.property(fc.array(start, { minLength: 1, maxLength: 7 }), (starts) => {
        const codes = starts.map((_, index) => `R${index}`);
        const { joined } = firstJoining(
          codes,
          starts.map(({ from, to }, index) => action(`A${index}`, `R${index}`, [from, to])),
          [],
        ).strike;
        const truthOf = (code: string) => starts[codes.indexOf(code)]?.truth ?? Number.NaN;
        for (const entry of joined) {
          const earlier = joined.filter((other) => truthOf(other.regionCode) < truthOf(entry.regionCode)).length;
          const same = joined.filter((other) => truthOf(other.regionCode) === truthOf(entry.regionCode)).length;
          expect(entry.place.worst).toBeGreaterThanOrEqual(earlier + 1);
          expect(entry.place.best).toBeLessThanOrEqual(earlier + same);
          for (const other of joined)
            if (entry.rank < other.rank) expect(truthOf(entry.regionCode)).toBeLessThan(truthOf(other.regionCode));
          for (const code of entry.tiedWith)
            expect(joined.find((other) => other.regionCode === code)?.rank).toBe(entry.rank);
        }
      }),
    );
  });
});

describe("regionStateAt", () => {
  const at = (n: number, regionCode = "MAN") => ({ ...day(n), regionCode });
  const shooting: SpreadEvent = {
    id: "E1",
    regionCode: "MAN",
    kind: "repression",
    lastKnownAt: null,
    period: { start: during(5), end: null, openEnd: false },
  };

  it("holds several states at once, and a blackout beside them", () => {
    const actions = [action("A1", "MAN", [5]), action("A2", "MAN", [5], RALLY)];
    expect(regionStateAt(actions, [shooting], [gap("C1", "MAN", 5, 6)], at(5)).states).toEqual([
      "strike",
      "rally",
      "state_action",
      "no_coverage",
    ]);
    expect(regionStateAt(actions, [shooting], [], at(5, "ALA")).states).toEqual(["nothing_reported"]);
    expect(regionStateAt([], [{ ...shooting, regionCode: null }], [], at(5, "ALA")).states).toEqual(["state_action"]);
    expect(regionStateAt(actions.slice(1), [], [], at(5)).states).toEqual(["rally"]);
  });

  it("counts as a state's action what authorities did, and no contradicted action at all", () => {
    const kinds = EVENT_KINDS.filter((kind) =>
      regionStateAt([], [{ ...shooting, kind }], [], at(5)).states.includes("state_action"),
    );
    expect(kinds).toEqual(["government_measure", "repression", "intervention"]);
    const contradicted = action("A1", "MAN", [4], { certainty: "contradicted" });
    expect(regionStateAt([contradicted], [], [], at(4)).states).toEqual(["nothing_reported"]);
    expect(regionStateAt([contradicted], [], [], at(5)).notKnownWhetherOn).toEqual([]);
  });

  it("tells silence in a blackout from silence, up to the widest reading of the gap", () => {
    expect(regionStateAt([], [], [gap("C1", null, 5, 6)], at(6)).states).toEqual(["no_coverage"]);
    expect(regionStateAt([], [], [gap("C1", null, 5, 6)], at(7)).states).toEqual(["nothing_reported"]);
    expect(regionStateAt([], [], [gap("C1", null, 5, 6)], at(4)).states).toEqual(["nothing_reported"]);
    expect(regionStateAt([], [], [gap("C1", null, 5.5, 6)], at(5)).states).toEqual(["no_coverage"]);
    const instants = [5 * DAY - 1, 5 * DAY, 7 * DAY - 1, 7 * DAY].map((n) => ({ start: n, end: n, regionCode: "MAN" }));
    expect(instants.map((instant) => regionStateAt([], [], [gap("C1", null, 5, 6)], instant).states)).toEqual([
      ["nothing_reported"],
      ["no_coverage"],
      ["no_coverage"],
      ["nothing_reported"],
    ]);
    expect(regionStateAt([], [], [gap("C1", null, 5, null)], at(99)).states).toEqual(["no_coverage"]);
  });

  it("does not smear an action without a reported end over later days, announced as indefinite or not", () => {
    const indefinite = action("A1", "MAN", [3], { period: { start: during(3), end: null, openEnd: true } });
    expect(regionStateAt([indefinite], [], [], at(3))).toMatchObject({ states: ["strike"], notKnownWhetherOn: [] });
    expect(regionStateAt([indefinite], [], [], at(4))).toEqual({
      states: ["nothing_reported"],
      possibleOnly: [],
      notKnownWhetherOn: ["A1"],
    });
    expect(regionStateAt([{ ...indefinite, lastKnownAt: 4.5 * DAY }], [], [], at(4)).states).toEqual(["strike"]);
    expect(regionStateAt([{ ...indefinite, lastKnownAt: 4.5 * DAY }], [], [], at(5)).notKnownWhetherOn).toEqual(["A1"]);
    expect(regionStateAt([indefinite], [], [], at(2)).notKnownWhetherOn).toEqual([]);
  });

  it("is over after a reported end, and not unknown", () => {
    const ended = action("A1", "MAN", [3], { period: { start: during(3), end: during(5), openEnd: false } });
    expect(regionStateAt([ended], [], [], at(4))).toMatchObject({ states: ["strike"], possibleOnly: [] });
    expect(regionStateAt([ended], [], [], at(6))).toMatchObject({
      states: ["nothing_reported"],
      notKnownWhetherOn: [],
    });
  });

  it("says which states rest on an uncertain date alone", () => {
    const twoThree = action("A1", "MAN", [2, 3]);
    expect(regionStateAt([twoThree], [], [], at(2)).possibleOnly).toEqual(["strike"]);
    expect(regionStateAt([twoThree], [], [], at(3)).possibleOnly).toEqual(["strike"]);
    expect(regionStateAt([twoThree, action("A2", "MAN", [3])], [], [], at(3)).possibleOnly).toEqual([]);
  });

  it("is sure of the day on which something ended, however uncertain its start", () => {
    const period = { start: during(2, 5), end: during(4), openEnd: false };
    const vague = action("A1", "MAN", [2, 5], { period });
    expect(regionStateAt([vague], [], [], at(4))).toMatchObject({ states: ["strike"], possibleOnly: [] });
    expect(regionStateAt([vague], [], [], at(3))).toMatchObject({ states: ["strike"], possibleOnly: ["strike"] });
  });

  it("reads one instant as well as a day", () => {
    const ended = action("A1", "MAN", [3], { period: { start: during(3), end: during(5), openEnd: false } });
    expect(
      regionStateAt([ended], [], [], { start: 4.5 * DAY, end: 4.5 * DAY, regionCode: "MAN" }).possibleOnly,
    ).toEqual([]);
    expect(
      regionStateAt([ended], [], [], { start: 3.5 * DAY, end: 3.5 * DAY, regionCode: "MAN" }).possibleOnly,
    ).toEqual(["strike"]);
  });
});
