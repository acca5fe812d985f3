import { type DayBounds, type Epoch, isCertainlyBefore, type Period } from "./moment";
import { type Presence, presenceIn, type Timed } from "./presence";
import {
  type CoverageGap,
  type EventKind,
  type SpreadAction,
  type SpreadEvent,
  type SpreadKind,
  spreadKindsOf,
} from "./spread-records";

/** When a region first joined. */
export type Joining = {
  regionCode: string;
  /** The first action began between these instants, both included. */
  earliest: Epoch;
  latest: Epoch;
  /** Actions that may have been the first. */
  actionIds: string[];
  /** True when all of them are claimed by one side only. */
  claimedOnly: boolean;
  /** 1 for the first. Regions linked by joinings that cannot be put in order share a rank; the next rank counts them all. */
  rank: number;
  /** The best and the worst place that the region can have had in the true order. */
  place: { best: number; worst: number };
  /** Regions whose joining cannot be put before or after this one. */
  tiedWith: string[];
  /** Coverage gaps that began by then: it may have joined earlier, unseen. */
  gaps: string[];
};

/** A region without any such action on record. With gaps, silence means nothing there. */
export type NeverJoined = { regionCode: string; gaps: string[]; contradicted: string[] };

export type JoiningOrder = { joined: Joining[]; never: NeverJoined[] };

/**
 * For each region the first action and its uncertainty: some action had begun by the smallest `latest`, and none
 * before the smallest `earliest`. Order: one joining is before another only if its latest is before the other's
 * earliest; touching or overlapping intervals are a tie. Sorted by rank, then interval, then code. Strikes and rallies
 * are ordered apart. `regions` are the codes valid at the event's date; actions elsewhere are passed over.
 */
export function firstJoining(
  regions: readonly string[],
  actions: readonly SpreadAction[],
  coverage: readonly CoverageGap[],
): Record<SpreadKind, JoiningOrder> {
  const orderOf = (kind: SpreadKind): JoiningOrder => {
    const ofKind = actions.filter((action) => spreadKindsOf(action).includes(kind));
    const firsts = regions.map((code) => firstIn(code, ofKind, coverage)).filter((first) => first !== null);
    const joinedCodes = new Set(firsts.map((first) => first.regionCode));
    return {
      joined: rankJoinings(firsts),
      never: regions
        .filter((code) => !joinedCodes.has(code))
        .map((regionCode) => ({
          regionCode,
          gaps: gapsOf(regionCode, coverage).map((gap) => gap.id),
          contradicted: ofKind.filter((action) => action.regionCode === regionCode).map((action) => action.id),
        })),
    };
  };
  return { strike: orderOf("strike"), rally: orderOf("rally") };
}

type First = Omit<Joining, "rank" | "place" | "tiedWith">;

function firstIn(regionCode: string, actions: readonly SpreadAction[], coverage: readonly CoverageGap[]): First | null {
  const own = actions.filter((action) => action.regionCode === regionCode && action.certainty !== "contradicted");
  if (own.length === 0) return null;
  const earliest = Math.min(...own.map((action) => action.period.start.earliest));
  const latest = Math.min(...own.map((action) => action.period.start.latest));
  const candidates = own.filter((action) => action.period.start.earliest <= latest);
  return {
    regionCode,
    earliest,
    latest,
    actionIds: candidates.map((action) => action.id),
    claimedOnly: candidates.every((action) => action.certainty === "claimed"),
    gaps: gapsOf(regionCode, coverage)
      .filter((gap) => gap.period.start.earliest <= latest)
      .map((gap) => gap.id),
  };
}

function gapsOf(regionCode: string, coverage: readonly CoverageGap[]): CoverageGap[] {
  return coverage.filter((gap) => gap.regionCode === null || gap.regionCode === regionCode);
}

function rankJoinings(firsts: readonly First[]): Joining[] {
  const sorted = firsts.toSorted(
    (a, b) => a.earliest - b.earliest || a.latest - b.latest || (a.regionCode < b.regionCode ? -1 : 1),
  );
  let rank = 1;
  let chainEnd = Number.NEGATIVE_INFINITY;
  return sorted.map((first, index) => {
    // Sorted by earliest: a new rank begins only where everything so far is certainly over.
    if (first.earliest > chainEnd) rank = index + 1;
    chainEnd = Math.max(chainEnd, first.latest);
    const others = sorted.filter((other) => other !== first);
    const before = others.filter((other) => isCertainlyBefore(other, first));
    const after = others.filter((other) => isCertainlyBefore(first, other));
    const tied = others.filter((other) => !before.includes(other) && !after.includes(other));
    const place = { best: before.length + 1, worst: sorted.length - after.length };
    return { ...first, rank, place, tiedWith: tied.map((other) => other.regionCode) };
  });
}

export const REGION_STATES = ["strike", "rally", "state_action", "nothing_reported", "no_coverage"] as const;
export type RegionStateName = (typeof REGION_STATES)[number];

export type RegionState = {
  /** In the order of `REGION_STATES`; never empty. */
  states: RegionStateName[];
  /** Those of `states` that rest on uncertain times alone. */
  possibleOnly: RegionStateName[];
  /** Actions that had begun and of which it is not known whether they went on. */
  notKnownWhetherOn: string[];
};

/** Where and when to look: a region and a window (`end` not included; equal ends are an instant). */
export type RegionWindow = DayBounds & { regionCode: string };

const STATE_ACTIONS: readonly EventKind[] = ["government_measure", "repression", "intervention"];

/**
 * What is known of a region in a window; several states may hold at once. `no_coverage` is added wherever a gap may
 * touch the window, also beside a reported strike, since others may be missing. `nothing_reported` stands alone, and is
 * not "nothing happened". Settlements and disasters are no state action.
 */
export function regionStateAt(
  actions: readonly SpreadAction[],
  events: readonly SpreadEvent[],
  coverage: readonly CoverageGap[],
  at: RegionWindow,
): RegionState {
  const own = actions.filter((action) => action.regionCode === at.regionCode && action.certainty !== "contradicted");
  const acts = events.filter(
    (event) => (event.regionCode ?? at.regionCode) === at.regionCode && STATE_ACTIONS.includes(event.kind),
  );
  const seen: [RegionStateName, Timed[]][] = [
    ["strike", own.filter((action) => spreadKindsOf(action).includes("strike"))],
    ["rally", own.filter((action) => spreadKindsOf(action).includes("rally"))],
    ["state_action", acts],
  ];
  const found = seen.map(([state, timed]) => ({ state, presences: timed.map((entry) => presenceIn(entry, at)) }));
  const sure = found.filter(({ presences }) => presences.includes("sure")).map(({ state }) => state);
  const states = found.filter(({ presences }) => presences.some(isReported)).map(({ state }) => state);
  const blind = gapsOf(at.regionCode, coverage).some((gap) => mayTouch(gap.period, at));
  const silence: RegionStateName[] = blind ? ["no_coverage"] : states.length === 0 ? ["nothing_reported"] : [];
  return {
    states: [...states, ...silence],
    possibleOnly: states.filter((state) => !sure.includes(state)),
    notKnownWhetherOn: own.filter((action) => presenceIn(action, at) === "not_known").map((action) => action.id),
  };
}

function isReported(presence: Presence): boolean {
  return presence === "sure" || presence === "possible";
}

// The widest reading of the gap: a gap drawn too small would pass silence off as peace. Without an end it goes on.
function mayTouch(period: Period, window: DayBounds): boolean {
  const last = Math.max(window.start, window.end - 1);
  return period.start.earliest <= last && window.start <= (period.end?.latest ?? Number.POSITIVE_INFINITY);
}

/** Where something was going on that day. The number of distinct entries is at least `sure`, at most `sure` and `possible`. */
export type Reach = { sure: string[]; possible: string[] };

export type ReachOfKind = {
  regions: Reach;
  places: Reach;
  /** Actions that had begun and of which nobody reported whether they went on: counted nowhere, and said. */
  notKnownWhetherOn: string[];
  /** Actions of that day that name no place, so that `places` is a lower bound when this is above zero. */
  withoutPlace: number;
};

export type DayReach = { day: DayBounds } & Record<SpreadKind, ReachOfKind>;

/**
 * Distinct regions and places with strikes, and with rallies, on each local day; never the two together. An action
 * counts on the days it is known for: its start, and on to its last known moment or its end. Codes and ids are sorted.
 * Contradicted actions count nowhere.
 */
export function reachPerDay(actions: readonly SpreadAction[], days: readonly DayBounds[]): DayReach[] {
  const counted = actions.filter((action) => action.certainty !== "contradicted");
  const ofKind = (kind: SpreadKind) => counted.filter((action) => spreadKindsOf(action).includes(kind));
  const [strikes, rallies] = [ofKind("strike"), ofKind("rally")];
  return days.map((day) => ({ day, strike: reachOn(strikes, day), rally: reachOn(rallies, day) }));
}

function reachOn(actions: readonly SpreadAction[], day: DayBounds): ReachOfKind {
  const seen = Map.groupBy(actions, (action) => presenceIn(action, day));
  const having = (presence: Presence) => seen.get(presence) ?? [];
  const [sure, possible] = [having("sure"), having("possible")];
  return {
    regions: distinct(sure, possible, (action) => action.regionCode),
    places: distinct(sure, possible, (action) => action.placeId),
    notKnownWhetherOn: having("not_known").map((action) => action.id),
    withoutPlace: [...sure, ...possible].filter((action) => action.placeId === null).length,
  };
}

function distinct(
  sure: readonly SpreadAction[],
  possible: readonly SpreadAction[],
  keyOf: (action: SpreadAction) => string | null,
): Reach {
  const keys = (list: readonly SpreadAction[]) => new Set(list.map(keyOf).filter((key) => key !== null));
  const certain = keys(sure);
  const rest = [...keys(possible)].filter((key) => !certain.has(key));
  return { sure: [...certain].toSorted(), possible: rest.toSorted() };
}
