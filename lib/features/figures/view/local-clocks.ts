import type { Epoch, Moment, Period } from "@/lib/domain/moment";
import type { RegionRow, WaveRecord } from "@/lib/domain/wave-record";
import { localDate, offsetMinutes } from "@/lib/shared/format/day";

/** Minutes a region was ahead of UTC then: what the record says, else what its zone says today. */
function offsetOf(region: RegionRow, at: Epoch): number {
  const date = localDate(at, region.timeZone);
  const row = region.utcOffsets.find(({ from, to }) => (from === null || from <= date) && (to === null || to > date));
  return row?.minutes ?? offsetMinutes(at, region.timeZone);
}

/** The offsets the regions of the wave had on its first day; more than one: its days are local ones. */
export function offsetsOf(record: WaveRecord): number[] {
  const at = Date.parse(`${record.wave.firstDay}T12:00Z`);
  const used = new Set<string | null>(record.part?.regionIds ?? record.actions.map(({ regionId }) => regionId));
  return [...new Set(record.regions.filter((region) => used.has(region.id)).map((region) => offsetOf(region, at)))];
}

/**
 * The record with every time of an action, a figure or an act of support moved to where the wave's clock shows what the place's own clock
 * showed. "4 January" in Aqtau and in Almaty are one column then, though they began an hour apart. For days, never for
 * the order of instants; files keep the true times.
 */
export function inLocalClocks(record: WaveRecord): WaveRecord {
  const shifted = localClocks(record);
  const regionOf = new Map(record.actions.map((action) => [action.id, action.regionId]));
  return {
    ...record,
    actions: record.actions.map((action) => {
      const shift = shifted(action.regionId);
      const lastKnownAt = action.lastKnownAt === null ? null : shift(action.lastKnownAt);
      return { ...action, period: shiftPeriod(action.period, shift), lastKnownAt };
    }),
    coverageNotes: record.coverageNotes.map((note) => ({
      ...note,
      period: shiftPeriod(note.period, shifted(note.regionId)),
    })),
    figures: record.figures.map((figure) => {
      const regionId = figure.actionId === null ? figure.regionId : (regionOf.get(figure.actionId) ?? null);
      return { ...figure, asOf: shiftMoment(figure.asOf, shifted(regionId)) };
    }),
    solidarity: record.solidarity.map((row) => {
      const regionId = regionOf.get(row.asActionId ?? "") ?? regionOf.get(row.toActionId ?? "") ?? null;
      return { ...row, givenAt: shiftMoment(row.givenAt, shifted(regionId)) };
    }),
  };
}

/** For a region, the way from an instant to where the wave's clock shows what the region's own clock showed. */
export function localClocks({
  wave,
  regions,
}: Pick<WaveRecord, "wave" | "regions">): (regionId: string | null) => Shift {
  const { timeZone } = wave;
  // Many things begin and end at the same instants, midnights above all.
  const shifts = new Map<string, number>();
  const shiftOf = (region: RegionRow, at: Epoch) => {
    const key = `${region.id} ${at}`;
    const shift = shifts.get(key) ?? (offsetOf(region, at) - offsetMinutes(at, timeZone)) * 60_000;
    shifts.set(key, shift);
    return shift;
  };
  return (regionId) => {
    const region = regions.find((one) => one.id === regionId);
    return (at: Epoch) => (region ? at + shiftOf(region, at) : at);
  };
}

type Shift = (at: Epoch) => Epoch;

function shiftMoment(moment: Moment, shift: Shift): Moment {
  return { ...moment, earliest: shift(moment.earliest), latest: shift(moment.latest) };
}

function shiftPeriod({ start, end, openEnd }: Period, shift: Shift): Period {
  return { start: shiftMoment(start, shift), end: end && shiftMoment(end, shift), openEnd };
}
