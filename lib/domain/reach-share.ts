import type { DayBounds } from "./moment";
import { presenceIn } from "./presence";
import type { Reach } from "./spread";
import { type SpreadAction, spreadKindsOf } from "./spread-records";

/** Percent from 0 to 100, both ends included. */
export type Share = { lower: number; upper: number };
export type PeopleRange = { lower: number | null; upper: number | null };

/** What workforces on strike stand for on a day; their number is at least `sure`, at most `sure` and `possible`. */
export type WorkforceReach = {
  sure: number;
  possible: number;
  /** Strikes of that day that name no workforce: above zero, the numbers are lower bounds. */
  unnamed: number;
  /** Of those counted, how many have no known size: they are in neither the people nor the share. */
  withoutSize: number;
  people: PeopleRange | null;
  share: Share | null;
};

/**
 * The share of the population with a figure that lives in the regions reached: from those reached for sure to those that
 * may have been. It says how far a day reached, not how many took part. Null where no region has a figure; a region
 * without one is in neither part of the division.
 */
export function populationShare({ sure, possible }: Reach, populations: ReadonlyMap<string, number>): Share | null {
  const sumOf = (codes: Iterable<string>) => [...codes].reduce((sum, code) => sum + (populations.get(code) ?? 0), 0);
  const total = sumOf(populations.keys());
  if (total === 0) return null;
  return { lower: (sumOf(sure) / total) * 100, upper: (sumOf([...sure, ...possible]) / total) * 100 };
}

type Sizes = ReadonlyMap<string, PeopleRange>;

/**
 * The share of all known workforce sizes that belongs to these workforces. The lower end is the least that those on strike
 * for sure may be of the most that all may be; the upper end the other way round. An open end counts as without bound.
 */
export function sizeShare({ sure, possible }: Reach, sizes: Sizes): Share | null {
  const known = (ids: Iterable<string>) => [...ids].filter((id) => sizes.has(id));
  const [least, most] = [known(sure), known([...sure, ...possible])];
  if (most.length === 0) return null;
  const others = (ids: readonly string[]) => [...sizes.keys()].filter((id) => !ids.includes(id));
  const lower = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (sizes.get(id)?.lower ?? 0), 0);
  const upper = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + (sizes.get(id)?.upper ?? Number.POSITIVE_INFINITY), 0);
  return { lower: partOf(lower(least), upper(others(least))), upper: partOf(upper(most), lower(others(most))) };
}

/** In percent of both together; a part without bound is all of it, beside a rest without bound it may be nothing. */
function partOf(part: number, rest: number): number {
  if (rest === Number.POSITIVE_INFINITY || part === 0) return 0;
  return part === Number.POSITIVE_INFINITY ? 100 : (part / (part + rest)) * 100;
}

type Striking = SpreadAction & { workforceIds: readonly string[] };

/**
 * Distinct workforces on strike on each local day, with what their known sizes come to. As `reachPerDay`: known for
 * that day, never on to the end of the wave; contradicted strikes count nowhere. Unknown sizes are counted, never zero.
 */
export function workforceReach(
  actions: readonly Striking[],
  days: readonly DayBounds[],
  sizes: Sizes,
): WorkforceReach[] {
  const strikes = actions.filter(
    (action) => action.certainty !== "contradicted" && spreadKindsOf(action).includes("strike"),
  );
  return days.map((day) => {
    const seen = Map.groupBy(strikes, (action) => presenceIn(action, day));
    const [certain, uncertain] = [seen.get("sure") ?? [], seen.get("possible") ?? []];
    const sure = [...new Set(certain.flatMap(({ workforceIds }) => workforceIds))];
    const rest = new Set(uncertain.flatMap(({ workforceIds }) => workforceIds));
    const reach = { sure, possible: [...rest].filter((id) => !sure.includes(id)) };
    return {
      ...{ sure: reach.sure.length, possible: reach.possible.length },
      unnamed: [...certain, ...uncertain].filter(({ workforceIds }) => workforceIds.length === 0).length,
      withoutSize: [...reach.sure, ...reach.possible].filter((id) => !sizes.has(id)).length,
      people: peopleOf(reach, sizes),
      share: sizeShare(reach, sizes),
    };
  });
}

/** Lowers of those on strike for sure, uppers of all that may be; open where any of these is. */
function peopleOf({ sure, possible }: Reach, sizes: Sizes): PeopleRange | null {
  const found = (ids: readonly string[]) => ids.flatMap((id) => sizes.get(id) ?? []);
  const all = found([...sure, ...possible]);
  if (all.length === 0) return null;
  return {
    lower: found(sure).reduce((sum, { lower }) => sum + (lower ?? 0), 0),
    upper: all.reduce<number | null>((sum, { upper }) => (sum === null || upper === null ? null : sum + upper), 0),
  };
}
