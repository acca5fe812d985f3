import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { syntheticRecord } from "@/prisma/seed/synthetic-record";
import type { Edition, EditionNews } from "./edition";
import { afterFailure, afterReading, type FollowState, mayFollow, pauseMs, touchedWaves } from "./follow-state";

const { wave } = syntheticRecord();
const recordOf = (id: string, version: number) => syntheticRecord({ version, wave: { ...wave, id } });
const editionOf = (version: number): Edition => ({ version, publishedAt: version, records: [recordOf("a", version)] });
const atStart: FollowState = { edition: null, awaySince: null, confirmedAt: 0 };

type Happening = { kind: "reading"; version: number } | { kind: "failure" };
const happenings = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("reading" as const), version: fc.nat(20) }),
    fc.record({ kind: fc.constant("failure" as const) }),
  ),
);

/** Every state and all news of a course of happenings, one a second. */
function course(all: Happening[]): { states: FollowState[]; news: EditionNews[] } {
  const states = [atStart];
  const news: EditionNews[] = [];
  all.forEach((happening, second) => {
    const state = states.at(-1) ?? atStart;
    const wentBack = happening.kind === "reading" && !mayFollow(state, happening.version);
    const { edition } = state;
    const step =
      happening.kind === "failure" || wentBack
        ? afterFailure(state)
        : afterReading(state, edition?.version === happening.version ? edition : editionOf(happening.version), second);
    states.push(step.state);
    news.push(...step.told.map((told) => told.news));
  });
  return { states, news };
}

describe("following", () => {
  it("never goes back, whatever the database says", () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const versions = course(all).states.map(({ edition }) => edition?.version ?? 0);
        expect(versions).toEqual(versions.toSorted((one, other) => one - other));
      }),
    );
    const state = { ...atStart, edition: editionOf(7) };
    expect(() => afterReading(state, editionOf(6), 1)).toThrow("lower version");
  });

  it("tells away and back in turn, and back only after what was missed", () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const turns = course(all).news.filter(({ kind }) => kind !== "published");
        turns.forEach(({ kind }, at) => {
          expect(kind).toBe(at % 2 === 0 ? "away" : "back");
        });
      }),
    );
    const away = afterFailure({ ...atStart, edition: editionOf(1), confirmedAt: 5 }).state;
    expect(afterReading(away, editionOf(3), 9).told.map(({ news }) => news.kind)).toEqual(["published", "back"]);
  });

  it("is away since the database last confirmed, not since it was missed or asked again", () => {
    const first = afterFailure({ ...atStart, confirmedAt: 4000 });
    expect(first.told).toEqual([{ change: { awaySince: 4000 }, news: { kind: "away", since: 4000 } }]);
    expect(afterFailure(first.state)).toEqual({ state: first.state, told: [] });
  });

  it("tells every published version to readers once, the last of them being the one in force", () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const { states, news } = course(all);
        const told = news.flatMap((one) => (one.kind === "published" ? [one.edition] : []));
        expect(new Set(told).size).toBe(told.length);
        expect(told.at(-1) ?? null).toBe(states.at(-1)?.edition);
      }),
    );
  });
});

describe("the waves a publication touches", () => {
  it("are those read anew, those that came and those that went", () => {
    const [a, b] = [recordOf("a", 1), recordOf("b", 2)];
    const before: Edition = { version: 2, publishedAt: 2, records: [a, b] };
    const after: Edition = { version: 4, publishedAt: 4, records: [a, recordOf("b", 3), recordOf("c", 4)] };
    expect(touchedWaves(before, after)).toEqual(["b", "c"]);
    expect(touchedWaves(after, { ...after, records: [a] })).toEqual(["b", "c"]);
    expect(touchedWaves(null, before)).toEqual(["a", "b"]);
    expect(touchedWaves(before, { ...before })).toEqual([]);
  });
});

describe("the pause before asking again", () => {
  it("is none after one failure and grows to at most two seconds", () => {
    expect(pauseMs(1)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (failures) => {
        expect(pauseMs(failures)).toBeLessThanOrEqual(2000);
        expect(pauseMs(failures + 1)).toBeGreaterThanOrEqual(pauseMs(failures));
      }),
    );
  });
});
