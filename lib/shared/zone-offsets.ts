import { offsetMinutes } from "./format/day";
import { addDays, type UtcOffset } from "./local-time";

/**
 * The offsets of an IANA zone by date, from one date to another, both included. Before and after them the first and the
 * last hold: for the dates asked about, none is missing.
 */
export function zoneOffsets(timeZone: string, first: string, last: string): UtcOffset[] {
  const offsets: UtcOffset[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    // Clocks change at night, and by noon a day has the offset it is known by.
    const minutes = offsetMinutes(Date.parse(`${date}T12:00Z`), timeZone);
    const before = offsets.at(-1);
    if (before?.minutes === minutes) continue;
    if (before) before.to = date;
    offsets.push({ minutes, from: before ? date : null, to: null });
  }
  return offsets;
}
