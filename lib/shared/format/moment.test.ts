import { describe, expect, it } from "vitest";
import type { Moment, Precision } from "@/lib/domain/moment";
import { formatMoment, type MomentContext } from "./moment";

const context: MomentContext = {
  locale: "en",
  timeZone: "Asia/Almaty",
  words: (key, values) => `${key} ${Object.values(values ?? {}).join(" | ")}`.trim(),
};

function moment(from: string, to: string, precision: Precision): Moment {
  return { earliest: Date.parse(from), latest: Date.parse(to), precision };
}

describe("a moment in words", () => {
  it("names an evening that is stored with its last millisecond", () => {
    const evening = moment("2022-01-04T18:00+06:00", "2022-01-04T23:59:59.999+06:00", "part_of_day");
    expect(formatMoment(evening, context)).toBe("evening 4 January");
  });

  it("names both days of a night", () => {
    const night = moment("2022-01-04T20:00+06:00", "2022-01-05T05:59:59.999+06:00", "part_of_day");
    expect(formatMoment(night, context)).toBe("night 4 January | 5 January");
  });

  it("says one day for one day, in the zone of the place and not of the machine", () => {
    const day = moment("2022-01-04T00:00+06:00", "2022-01-04T23:59:59.999+06:00", "day");
    expect(formatMoment(day, context)).toBe("4 January");
  });

  it("says both ends when the day itself is not known", () => {
    const days = moment("2022-01-02T00:00+06:00", "2022-01-03T23:59:59.999+06:00", "day");
    expect(formatMoment(days, context)).toBe("between 2 January | 3 January");
  });

  it("gives a clock time only where one is known", () => {
    const minute = moment("2022-01-06T15:00+06:00", "2022-01-06T15:00+06:00", "minute");
    expect(formatMoment(minute, context)).toBe("minute 6 January | 15:00");
    expect(formatMoment({ ...minute, precision: "none" }, context)).toBe("none");
  });
});
