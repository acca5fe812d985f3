import type { Moment } from "@/lib/domain/moment";
import { isCalendarDate } from "@/lib/shared/local-time";
import { readAsOf } from "../schema/as-of";
import type { NewRecordInput } from "../schema/kinds";
import { momentOf } from "./as-of";

/** Clocks of places are not asked for: what is typed is local, and is said as it was typed. */
const AS_TYPED = [{ minutes: 0, from: null, to: null }];

/** When, as far as it was typed and no finer, on the clock of UTC; null while it is no date. */
export function typedMoment(input: NewRecordInput): Moment | null {
  if (!("date" in input)) return null;
  const { asOf } = readAsOf(input);
  if (!isCalendarDate(asOf.date)) return null;
  const isHalf =
    (asOf.precision === "part_of_day" && asOf.part === null) || (asOf.precision === "hour" && asOf.hour === null);
  return momentOf(isHalf ? { ...asOf, precision: "day" } : asOf, AS_TYPED);
}
