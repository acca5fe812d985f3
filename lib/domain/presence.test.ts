import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Presence, presenceIn, type Timed } from "./presence";

const known = (earliest: number, latest: number) => ({ earliest, latest, precision: "hour" as const });
const strike = (change: Partial<Timed["period"]> & { lastKnownAt?: number } = {}): Timed => ({
  period: { start: known(10, 10), end: null, openEnd: false, ...change },
  lastKnownAt: change.lastKnownAt ?? null,
});
const window = (start: number, end: number) => ({ start, end });

/** The same, instant by instant, as domain.md puts it. */
function slowly({ period: { start, end }, lastKnownAt }: Timed, at: { start: number; end: number }): Presence {
  const instants = Array.from({ length: Math.max(1, at.end - at.start) }, (_, n) => at.start + n);
  const isIn = (moment: { earliest: number; latest: number } | null) =>
    moment !== null && instants.includes(moment.earliest) && instants.includes(moment.latest);
  const last = lastKnownAt === null ? null : { earliest: lastKnownAt, latest: lastKnownAt };
  const wasOn = (t: number) => start.latest <= t && ((end && t <= end.earliest) || (last && t <= last.latest));
  const mayBeOn = (t: number) => {
    const ended = end ?? start;
    return start.earliest <= t && (t <= ended.latest || (last !== null && t <= last.latest));
  };
  if ([start, end, last].some(isIn) || instants.some(wasOn)) return "sure";
  if (instants.some(mayBeOn)) return "possible";
  return end === null && instants.every((t) => t > start.latest) ? "not_known" : "no";
}

describe("presenceIn", () => {
  it("is sure from the latest start to the earliest end, both included", () => {
    const ended = strike({ start: known(8, 10), end: known(20, 24) });
    expect([9, 10, 20, 21].map((at) => presenceIn(ended, window(at, at)))).toEqual([
      "possible",
      "sure",
      "sure",
      "possible",
    ]);
    expect([7, 25].map((at) => presenceIn(ended, window(at, at)))).toEqual(["no", "no"]);
  });

  it("is not known after the last thing heard of something whose end nobody reported, also when announced as endless", () => {
    for (const openEnd of [false, true]) {
      expect(presenceIn(strike({ openEnd }), window(11, 20))).toBe("not_known");
      expect(presenceIn(strike({ openEnd, lastKnownAt: 15 }), window(11, 15))).toBe("sure");
      expect(presenceIn(strike({ openEnd, lastKnownAt: 15 }), window(16, 20))).toBe("not_known");
    }
  });

  it("is what going through every instant of the window gives", () => {
    const moment = fc.tuple(fc.nat(12), fc.nat(4)).map(([earliest, more]) => known(earliest, earliest + more));
    const timed = fc.record({
      period: fc.record({ start: moment, end: fc.option(moment), openEnd: fc.constant(false) }),
      lastKnownAt: fc.option(fc.nat(16)),
    });
    fc.assert(
      fc.property(timed, fc.nat(18), fc.nat(5), (entry, start, length) => {
        const at = window(start, start + length);
        expect(presenceIn(entry, at)).toBe(slowly(entry, at));
      }),
      { numRuns: 1000 },
    );
  });
});
