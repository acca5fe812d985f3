import { type PeopleRange, populationShare, type WorkforceReach } from "@/lib/domain/reach-share";
import { isValidOn } from "@/lib/domain/region-validity";
import { roundPercent } from "@/lib/domain/rounding";
import type { DayReach } from "@/lib/domain/spread";
import type { SpreadKind } from "@/lib/domain/spread-records";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { bareNumber } from "./view-context";

/** The people of each region there was on the wave's first day, where a figure is on record. */
export function populationsOf({ regions, wave }: WaveRecord): Map<string, number> {
  return new Map(
    regions
      .filter((region) => isValidOn(region, wave.firstDay))
      .flatMap(({ id, population }) => (population === null ? [] : [[id, population] as const])),
  );
}

/** Whether more than is counted may have been on that day: cut reports, no place, or nobody said how long. */
export type Openness = Record<SpreadKind, boolean> & { workforces: boolean };

type Shown = { day: DayReach; workforces: WorkforceReach | undefined; populations: ReadonlyMap<string, number> };

/** For how many people a day stands, as fields of its row: an open upper end is empty, for unknown is not zero. */
export function shareFields({ day, workforces, populations }: Shown, open: Openness): string[] {
  const ofPopulation = (kind: SpreadKind) =>
    ends(populationShare(day[kind].regions, populations), open[kind]).map(percentField);
  return [
    ...ofPopulation("strike"),
    ...ofPopulation("rally"),
    ...(workforces ? workforceFields(workforces, open.workforces) : ["", "", "", "", "", "", "", ""]),
  ];
}

function workforceFields(reach: WorkforceReach, isOpen: boolean): string[] {
  const { sure, possible, unnamed, withoutSize, people, share } = reach;
  return [
    ...[String(sure), isOpen ? "" : String(sure + possible)],
    ...ends(people, isOpen).map(bareNumber),
    ...ends(share, isOpen).map(percentField),
    ...[String(withoutSize), String(unnamed)],
  ];
}

function ends(range: PeopleRange | null, isOpen: boolean): [number | null, number | null] {
  return range === null ? [null, null] : [range.lower, isOpen ? null : range.upper];
}

function percentField(percent: number | null): string {
  return percent === null ? "" : String(roundPercent(percent, 2).value);
}
