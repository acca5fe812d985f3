import type { LocalityRow, RecordRow, RegionRow, WaveRow } from "@/lib/domain/wave-record";
import { addDays, isCalendarDate, localInstant, offsetMinutesOn, type UtcOffset } from "@/lib/shared/local-time";
import { offsetsOf } from "./as-of";

type Placed = { regionId: string | null; localityId: string | null };
/** Where clocks of a wave are looked up; actions and workforces by their id. */
export type ClockSource = {
  wave: Pick<WaveRow, "timeZone">;
  regions: readonly Pick<RegionRow, "id" | "timeZone" | "utcOffsets" | "validFrom" | "validTo">[];
  localities: readonly Pick<LocalityRow, "id" | "regions">[];
  actions: readonly (Placed & { id: string })[];
  workforces: readonly (Placed & { id: string })[];
};
/** The offsets in force on a local date at the place a record speaks of. */
export type RecordClock = (date: string) => readonly UtcOffset[];

const nowhere: Placed = { regionId: null, localityId: null };

/** The clock of the record's own place, else of its action, else of its workforce, else of the wave's shared axis. */
export function clockOf(row: RecordRow, { wave, regions, localities, actions, workforces }: ClockSource): RecordClock {
  const own =
    "regionId" in row ? { regionId: row.regionId, localityId: "localityId" in row ? row.localityId : null } : null;
  const action = "actionId" in row ? actions.find(({ id }) => id === row.actionId) : undefined;
  const workforce = "workforceId" in row ? workforces.find(({ id }) => id === row.workforceId) : undefined;
  const isPlaced = own !== null && (own.regionId !== null || own.localityId !== null);
  const where = { action: (isPlaced ? own : action) ?? nowhere, workforce: workforce ?? nowhere };
  return (date) => offsetsOf({ ...where, regions, localities, wave }, date);
}

const MINUTE = 60_000;

/** The local date and time of an instant: `2022-01-04 18:30`. */
function localText(at: number, clock: RecordClock): string {
  const near = new Date(at).toISOString().slice(0, 10);
  for (const date of [addDays(near, 1), near, addDays(near, -1)]) {
    const offset = offsetMinutesOn(clock(date), date);
    if (offset === null) continue;
    const local = new Date(at + offset * MINUTE).toISOString();
    if (local.slice(0, 10) === date) return local.slice(0, 16).replace("T", " ");
  }
  return new Date(at).toISOString().slice(0, 16).replace("T", " ");
}

/** The beginning of an uncertain moment as it is typed: a whole day from its start needs no hour. */
export function typedStart(at: number, clock: RecordClock): string {
  return localText(at, clock).replace(/ 00:00$/, "");
}

/** Its end, the last minute included: a day to its very end needs no hour. */
export function typedEnd(at: number, clock: RecordClock): string {
  return localText(at, clock).replace(/ 23:59$/, "");
}

/** `2022-01-04` or `2022-01-04 18:30` as the first instant of that day or minute; null when it is neither. */
export function startOf(typed: string, clock: RecordClock): number | null {
  const [, date = "", hour, minute] = /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]?\d|2[0-3])[:.]([0-5]\d))?$/.exec(typed) ?? [];
  if (!isCalendarDate(date)) return null;
  return localInstant(date, Number(hour ?? 0) + Number(minute ?? 0) / 60, clock(date));
}

/** The same as the last instant of that day or minute. */
export function endOf(typed: string, clock: RecordClock): number | null {
  if (typed.includes(":") || typed.includes(".")) {
    const start = startOf(typed, clock);
    return start === null ? null : start + MINUTE - 1;
  }
  const next = isCalendarDate(typed) ? startOf(addDays(typed, 1), clock) : null;
  return next === null ? null : next - 1;
}
