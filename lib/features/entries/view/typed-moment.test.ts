import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMoment } from "@/lib/shared/format/moment";
import { readNewRecord } from "../schema/kinds";
import { typedMoment } from "./typed-moment";

const said = (typed: Record<string, string>) => {
  const input = readNewRecord({ waveId: "kz22", ...typed });
  const moment = input && typedMoment(input);
  const words = (key: string, values: Record<string, string> = {}) => [key, ...Object.values(values)].join(" ");
  return moment && formatMoment(moment, { locale: "en", timeZone: "UTC", words, withYear: true });
};

test.each([
  [{ date: "2022-01-05" }, "5 January 2022"],
  [{ date: "2022-01-19", precision: "month" }, "January 2022"],
  [{ date: "1.2022", precision: "month" }, "January 2022"],
  [{ date: "2022-01-05", precision: "week" }, "between 3 January 2022 9 January 2022"],
  [{ date: "2022-01-05", precision: "part_of_day", partOfDay: "evening" }, "evening 5 January 2022"],
  [{ date: "2022-01-05", precision: "hour", hour: "0" }, "minute 5 January 2022 00:00–01:00"],
  // Half typed, it is said as far as it goes.
  [{ date: "2022-01-05", precision: "part_of_day" }, "5 January 2022"],
  [{ date: "2022-01-05", precision: "hour" }, "5 January 2022"],
  [{ date: "soon" }, null],
  [{ recordKind: "source" }, null],
])("%o is said as %s", (typed, expected) => {
  expect(said(typed as Record<string, string>)).toBe(expected);
});

test("a month is never said as one of its days", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 28 }), (day) => {
      const date = `2022-02-${String(day).padStart(2, "0")}`;
      expect(said({ date, precision: "month" })).toBe("February 2022");
    }),
  );
});
