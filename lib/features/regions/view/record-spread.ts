import { isOfMethod } from "@/lib/domain/coverage";
import type { Moment } from "@/lib/domain/moment";
import { publishedOf } from "@/lib/domain/published";
import { isValidOn } from "@/lib/domain/region-validity";
import { firstJoining, type Joining, type JoiningOrder } from "@/lib/domain/spread";
import type { CoverageGap, SpreadAction, SpreadEvent, SpreadKind } from "@/lib/domain/spread-records";
import type { ActionRow, RegionRow, WaveRecord } from "@/lib/domain/wave-record";

/** The record as the arithmetic of spread takes it. */
export type RecordSpread = {
  /** Units that existed on the wave's first day: its boundaries, not today's. */
  regions: RegionRow[];
  actions: SpreadAction[];
  events: SpreadEvent[];
  coverage: CoverageGap[];
  /** Actions dated only to a week or more: no moment and no order can be made of them, so they are named instead. */
  undatedIds: string[];
};

/**
 * What can be put on a map at a moment. Nationwide events are left to the words beside the map: painted over every
 * region they would hide where something happened. Notes on our own method are told in words too: they make no region silent.
 */
export function recordSpread(record: WaveRecord): RecordSpread {
  const actions = publishedOf(record.actions);
  return {
    regions: regionsOfWave(record),
    actions: actions
      .filter(({ period }) => isDated(period.start))
      .map(({ id, regionId, localityId, type, ...action }) => ({
        ...{ id, regionCode: regionId, placeId: localityId, kind: type },
        ...{ stoppage: action.stoppage, certainty: action.certainty },
        ...{ period: action.period, lastKnownAt: action.lastKnownAt },
      })),
    events: publishedOf(record.events)
      .filter(({ regionId, period, certainty }) => regionId && isDated(period.start) && certainty !== "contradicted")
      .map(({ id, regionId, kind, period }) => ({
        ...{ id, regionCode: regionId, kind },
        // A state of emergency lasts for weeks; what marks the map is the day it was imposed.
        ...{ period: { ...period, end: null }, lastKnownAt: null },
      })),
    coverage: publishedOf(record.coverageNotes)
      .filter(({ cause }) => !isOfMethod(cause))
      .map(({ id, regionId, period }) => ({ id, regionCode: regionId, period })),
    undatedIds:
      record.part?.digest?.undatedIds ?? actions.filter(({ period }) => !isDated(period.start)).map(({ id }) => id),
  };
}

/** In which order regions joined, strikes and rallies apart. */
export function joiningOrder(record: WaveRecord, spread: RecordSpread): Record<SpreadKind, JoiningOrder> {
  const codes = spread.regions.map(({ id }) => id);
  return record.part?.digest?.joining ?? firstJoining(codes, spread.actions, spread.coverage);
}

/** Of the actions that may have been a region's first, those whose words say when: a few, however many there are. */
export function joiningWitnesses(
  { earliest, latest, actionIds }: Joining,
  actions: ReadonlyMap<string, ActionRow>,
): string[] {
  const candidates = actionIds.flatMap((id) => actions.get(id) ?? []);
  const isWhole = ({ period: { start } }: ActionRow) => start.earliest === earliest && start.latest === latest;
  const inferred = candidates.find(({ period }) => period.start.precision === "inferred");
  // Two at least of several, or the first would be taken for the only one.
  const kept = [...candidates.slice(0, 2), candidates.find(isWhole), inferred].flatMap((one) => one?.id ?? []);
  return [...new Set(kept)];
}

export function regionsOfWave({ regions, wave }: Pick<WaveRecord, "regions" | "wave">): RegionRow[] {
  return regions.filter((region) => isValidOn(region, wave.firstDay));
}

function isDated({ precision }: Moment): boolean {
  return precision !== "week" && precision !== "month" && precision !== "none";
}
