import { publishedOf } from "@/lib/domain/published";
import { type DayReach, type Reach, reachPerDay } from "@/lib/domain/spread";
import type { SpreadAction, SpreadKind } from "@/lib/domain/spread-records";
import type { ActionRow, WaveRecord } from "@/lib/domain/wave-record";
import type { TimeAxis } from "@/lib/shared/chart/drawing";
import { localDate } from "@/lib/shared/format/day";
import type { ViewContext } from "./view-context";

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

export function reachDays(actions: readonly ActionRow[], axis: TimeAxis): DayReach[] {
  return reachPerDay(actions.map(toSpreadAction), axis.days);
}

/** Dated to less than a week: of anything vaguer no day can be told, as on the map. */
export function isDated({ period }: Pick<ActionRow, "period">): boolean {
  return !["week", "month", "none"].includes(period.start.precision);
}

/** What can be counted by day, and what is dated too vaguely for that. */
export function countedActions(record: WaveRecord): { dated: ActionRow[]; vague: ActionRow[] } {
  const actions = publishedOf(record.actions);
  const vague = actions.filter((action) => action.certainty !== "contradicted" && !isDated(action));
  return { dated: actions.filter(isDated), vague };
}

export type ReachCount = { sure: number; possible: number };

export function countReach({ sure, possible }: Reach): ReachCount {
  return { sure: sure.length, possible: possible.length };
}

/** The first day on which most regions were reached for sure, of several the one with most possible; null for none. */
export function widestDay(days: readonly DayReach[], kind: SpreadKind): (ReachCount & { day: DayReach }) | null {
  const counts = days.map((day) => ({ day, ...countReach(day[kind].regions) }));
  const [widest] = counts.toSorted((a, b) => b.sure - a.sure || b.possible - a.possible);
  return widest === undefined || widest.sure + widest.possible === 0 ? null : widest;
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
