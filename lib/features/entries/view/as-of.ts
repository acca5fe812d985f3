import type { Moment } from "@/lib/domain/moment";
import { isValidOn, regionOfLocality } from "@/lib/domain/region-validity";
import type { ActionRow, LocalityRow, RegionRow, WaveRow, WorkforceRow } from "@/lib/domain/wave-record";
import {
  addDays,
  daysOfMonth,
  firstOfMonth,
  isCalendarDate,
  localInstant,
  mondayOf,
  type UtcOffset,
} from "@/lib/shared/local-time";
import { zoneOffsets } from "@/lib/shared/zone-offsets";
import type { LocalAsOf } from "../schema/as-of";
import type { PartOfDay } from "../schema/choices";
import type { FieldProblem } from "../schema/input";

/** Local clock hours of the parts of a day, as the whole record has them; 24 and more lie in the next day. */
const PART_HOURS: Record<PartOfDay, readonly [number, number]> = {
  morning: [6, 12],
  daytime: [6, 18],
  evening: [18, 24],
  night: [20, 30],
};

/** As instants, `latest` one millisecond before the first instant outside; null when no offset is recorded for the date. */
export function momentOf(asOf: LocalAsOf, offsets: readonly UtcOffset[]): Moment | null {
  const { precision } = asOf;
  const first = firstDayOf(asOf);
  const [from, to] = hoursOf(asOf);
  const earliest = localInstant(first, from, offsets);
  const end = localInstant(first, to, offsets);
  return earliest === null || end === null ? null : { earliest, latest: end - 1, precision };
}

/** Any day of a week or a month stands for the whole of it. */
function firstDayOf({ date, precision }: LocalAsOf): string {
  if (precision === "month") return firstOfMonth(date);
  return precision === "week" ? mondayOf(date) : date;
}

function hoursOf({ date, precision, part, hour }: LocalAsOf): readonly [number, number] {
  if (precision === "week") return [0, 7 * 24];
  if (precision === "month") return [0, daysOfMonth(date) * 24];
  if (precision === "part_of_day" && part !== null) return PART_HOURS[part];
  return precision === "hour" && hour !== null ? [hour, hour + 1] : [0, 24];
}

/** A month and the day before it. */
const DAYS_AROUND = 32;

type Placed = Pick<ActionRow | WorkforceRow, "regionId" | "localityId">;
export type Where = {
  action: Placed;
  workforce: Placed;
  regions: readonly Pick<RegionRow, "id" | "timeZone" | "utcOffsets" | "validFrom" | "validTo">[];
  localities: readonly Pick<LocalityRow, "id" | "regions">[];
  wave: Pick<WaveRow, "timeZone">;
};

/** The offsets of the place the figure speaks of: the action's, else the workforce's, else those of the wave's shared axis. */
export function offsetsOf({ action, workforce, regions, localities, wave }: Where, date: string): readonly UtcOffset[] {
  for (const placed of [action, workforce]) {
    const regionId = placed.regionId ?? regionOn(placed.localityId, localities, date);
    const region = regions.find(({ id }) => id === regionId);
    if (region !== undefined) return region.utcOffsets;
  }
  if (!isCalendarDate(date)) return [];
  const alike = regions.find((region) => region.timeZone === wave.timeZone && isValidOn(region, date));
  // A country without recorded regions, or none of the zone: what the zone itself says around the date.
  return alike?.utcOffsets ?? zoneOffsets(wave.timeZone, addDays(date, -DAYS_AROUND), addDays(date, DAYS_AROUND));
}

function regionOn(localityId: string | null, localities: Where["localities"], date: string): string | null {
  if (localityId === null) return null;
  const memberships = localities
    .filter(({ id }) => id === localityId)
    .flatMap(({ regions }) => regions.map((region) => ({ ...region, localityId, regionCode: region.regionId })));
  const found = regionOfLocality(memberships, localityId, date);
  return "regionCode" in found ? found.regionCode : null;
}

/** Whether two moments may be the same one: they share an instant. */
export function meet(one: Moment, other: Moment): boolean {
  return one.earliest <= other.latest && other.earliest <= one.latest;
}

/** Nothing is recorded of what has not happened yet, or of a date without a clock. */
export function momentProblems(asOf: Moment | null, now: number): FieldProblem[] {
  if (asOf === null) return [{ field: "date", code: "date_without_clock" }];
  return asOf.earliest > now ? [{ field: "date", code: "date_in_future" }] : [];
}
