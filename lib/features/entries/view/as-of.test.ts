import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, localInstant } from "@/lib/shared/local-time";
import { zoneOffsets } from "@/lib/shared/zone-offsets";
import type { LocalAsOf } from "../schema/as-of";
import { momentOf } from "./as-of";

// A zone that changes its clocks: a month has an hour less or more there.
const offsets = zoneOffsets("Europe/Paris", "2020-12-01", "2023-02-01");
const dates = fc.integer({ min: 0, max: 729 }).map((days) => addDays("2021-01-01", days));
const asOf = (date: string, precision: LocalAsOf["precision"]): LocalAsOf => ({
  ...{ date, precision, part: null, hour: null },
});
const midnight = (date: string) => localInstant(date, 0, offsets) ?? Number.NaN;

test("any day of a month says the whole of it, from its first midnight to the next month's", () => {
  fc.assert(
    fc.property(dates, (date) => {
      const first = `${date.slice(0, 7)}-01`;
      const next = `${addDays(first, 31).slice(0, 7)}-01`;
      const moment = momentOf(asOf(date, "month"), offsets);
      expect(moment).toEqual({ earliest: midnight(first), latest: midnight(next) - 1, precision: "month" });
    }),
  );
});

test("a day lies within its week and its month, and each says how finely it is known", () => {
  fc.assert(
    fc.property(dates, fc.constantFrom("week" as const, "month" as const), (date, coarse) => {
      const [day, around] = [momentOf(asOf(date, "day"), offsets), momentOf(asOf(date, coarse), offsets)];
      if (day === null || around === null) throw new Error("a day without a clock");
      expect(around.earliest).toBeLessThanOrEqual(day.earliest);
      expect(around.latest).toBeGreaterThanOrEqual(day.latest);
      expect(around.precision).toBe(coarse);
    }),
  );
});
