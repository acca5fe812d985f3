import type { Quantity } from "./quantity";
import type { WorkforceReach } from "./reach-share";
import type { DayReach, JoiningOrder, RegionState } from "./spread";
import type { SpreadKind } from "./spread-records";
import type { RangeSum } from "./sum";

/** A moment at which the map can be shown. */
export type DigestStep = { key: string; date: string; part: "day" | "evening" | "night" };

/** A town or field at a moment of the map, where something was or may have been going on. */
export type PlaceAtStep = {
  localityId: string;
  regionCode: string | null;
  kind: SpreadKind | "both";
  /** Nothing there is certain at this moment: no finer time is known. */
  possible: boolean;
  /** How many actions went on there, and the first of them. */
  actions: number;
  firstActionId: string;
  /** The largest crowd anyone counted there; null when nobody gave a number. Crowds of one place are never added. */
  size: CrowdSize | null;
};

export type CrowdSize = Pick<Quantity, "lower" | "upper" | "unit" | "approximate">;

/** An action that went on, or may have, with the crowd accepted of it at that moment; null when nobody gave a number. */
export type ActionAtStep = { id: string; possible: boolean; size: CrowdSize | null };

/** As a `RegionState`, with how many actions are not known to have gone on, how many were, and the first of these. */
export type RegionOnMap = Omit<RegionState, "notKnownWhetherOn"> & {
  notKnownWhetherOn: number;
  on: number;
  firstOn: ActionAtStep[];
  /** The crowd accepted of the region as a whole, which is said of none of its actions; null when nobody gave one. */
  size: CrowdSize | null;
};

/** What the map shows at one step: the state of each region by its code, and its places. */
export type MapAtStep = { regions: Record<string, RegionOnMap>; places: PlaceAtStep[] };

/** The state of each region on a local day of the wave, by its code. */
export type DayOfRegions = { date: string; regions: Record<string, Pick<RegionState, "states" | "possibleOnly">> };

/** What the crowds of one local day come to; `lines` are subjects with a number, `silent` gatherings without. */
export type CrowdDigest = { date: string; lines: number; silent: number; total: RangeSum | null; gatherings: number };

/** What only a whole wave can say, kept beside a record that holds just a part of it: counts, orders and sums. */
export type WaveDigest = {
  counts: {
    actions: number;
    /** Actions and events. */
    timeline: number;
    demands: number;
    solidarity: number;
    sources: number;
    /** Sources of the first tier. */
    firstTier: number;
    languages: number;
    workforces: number;
  };
  striking: number;
  withoutNumber: number;
  steps: DigestStep[];
  openingStep: DigestStep;
  /** Of the actions that may have been a region's first, those that say when. */
  joining: Record<SpreadKind, JoiningOrder>;
  /** Every day of the wave. */
  calendar: DayOfRegions[];
  undatedIds: string[];
  undated: number;
  /** The regions in which there were actions. */
  regionIds: string[];
  /** Actions and events of each region. */
  onRecord: Record<string, number>;
  reach: {
    days: DayReach[];
    nowhere: DayReach[];
    /** Of each day, those not known to have gone on: strikes and rallies. */
    notKnown: Record<SpreadKind, number>[];
    /** How many of them there were by the end of each day. */
    notKnownUpTo: number[];
    withoutPlace: number;
    vague: number;
  };
  /** Of each day of the axis, and how many of all workforces have a known size. */
  workforces: { days: WorkforceReach[]; known: number; all: number };
  /** Workforces whose strikes are on the axis of days. */
  participants: number;
  crowds: { known: number; all: number; days: CrowdDigest[] };
};
