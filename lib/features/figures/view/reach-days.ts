import { type DayReach, type Reach, reachPerDay } from "@/lib/domain/spread";
import type { SpreadAction, SpreadKind } from "@/lib/domain/spread-records";
import type { ActionRow, WaveRecord } from "@/lib/domain/wave-record";
import type { TimeAxis } from "@/lib/shared/chart/drawing";
import { localDate } from "@/lib/shared/format/day";
import { publishedOf, type ViewContext } from "./view-context";

/** A named place counts by its locality; a region in which something happened at no named place counts as a region only. */
export function toSpreadAction(action: ActionRow): SpreadAction {
  return {
    id: action.id,
    regionCode: action.regionId,
    placeId: action.localityId,
    kind: action.type,
    stoppage: action.stoppage,
    certainty: action.certainty,
    period: action.period,
    lastKnownAt: action.lastKnownAt,
  };
}

export function reachDays(record: WaveRecord, axis: TimeAxis): DayReach[] {
  return reachPerDay(publishedOf(record.actions).map(toSpreadAction), axis.days);
}

export type ReachCount = { sure: number; possible: number };

export function countReach({ sure, possible }: Reach): ReachCount {
  return { sure: sure.length, possible: possible.length };
}

/** The days on which most regions were reached for sure; empty when none was. */
export function widestDays(days: readonly DayReach[], kind: SpreadKind): { days: DayReach[]; regions: number } {
  const regions = Math.max(0, ...days.map((day) => day[kind].regions.sure.length));
  return { days: regions === 0 ? [] : days.filter((day) => day[kind].regions.sure.length === regions), regions };
}

/** The regions there were on the wave's first day. */
export function regionsThen({ regions, wave }: WaveRecord): number {
  return regions.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= wave.firstDay) && (validTo === null || validTo > wave.firstDay),
  ).length;
}

export function dateOf(day: DayReach, timeZone: string): string {
  return localDate(day.day.start, timeZone);
}

/** "3", or "3–5" when two more rest on uncertain times. */
export function rangeWords(sure: number, possible: number, context: ViewContext): string {
  return possible === 0 ? context.number(sure) : `${context.number(sure)}–${context.number(sure + possible)}`;
}
