import type { Moment } from "@/lib/domain/moment";
import { formatTime } from "./day";

/** Local hours at which days and parts of days begin. */
const BEGINNINGS = new Set(["00:00", "06:00", "12:00", "18:00", "20:00"]);

/**
 * The zone in which a moment's bounds are whole days or parts of days: the one given if they are so there, else the
 * first other one. A country may have several zones, and a day of one is never a day of another. To the hour and the
 * minute the zone given is kept.
 */
export function zoneOfMoment(moment: Moment, timeZone: string, otherZones: readonly string[] = []): string {
  if (moment.precision === "minute" || moment.precision === "hour" || moment.precision === "none") return timeZone;
  const begins = (zone: string) => BEGINNINGS.has(formatTime(moment.earliest, "en", zone));
  return [timeZone, ...otherZones].find(begins) ?? timeZone;
}
