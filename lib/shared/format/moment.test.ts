import { describe, expect, it } from "vitest";
import type { Moment, Precision } from "@/lib/domain/moment";
import { formatMoment, type MomentContext } from "./moment";

const almaty: MomentContext = {
  locale: "en",
  timeZone: "Asia/Almaty",
  words: (key, values = {}) => [key, ...Object.values(values)].join(" "),
};
const everywhere = { ...almaty, otherZones: ["Asia/Almaty", "Asia/Aqtau"] };

function moment(from: string, to: string, precision: Precision): Moment {
  return { earliest: Date.parse(from), latest: Date.parse(to) - (from === to ? 0 : 1), precision };
}

describe("a moment in words", () => {
  it("names a part of a day whose last millisecond is counted as inside", () => {
    const day = moment("2022-01-04T06:00+06:00", "2022-01-04T18:00+06:00", "part_of_day");
    expect(formatMoment(day, almaty)).toBe("daytime 4 January");
    const night = moment("2022-01-04T20:00+06:00", "2022-01-05T06:00+06:00", "part_of_day");
    expect(formatMoment(night, almaty)).toBe("night 4 January 5 January");
  });

  it("says a day of another zone of the country as that day, where it knows the zone", () => {
    const day = moment("2022-01-04T00:00+05:00", "2022-01-05T00:00+05:00", "day");
    expect(formatMoment(day, everywhere)).toBe("4 January");
    expect(formatMoment(day, almaty)).toBe("between 4 January 5 January");
    const part = moment("2022-01-04T18:00+05:00", "2022-01-05T00:00+05:00", "part_of_day");
    expect(formatMoment(part, everywhere)).toBe("evening 4 January");
  });

  it("keeps the wave's zone where the clock is known", () => {
    const hour = moment("2022-01-05T14:00+05:00", "2022-01-05T15:00+05:00", "hour");
    expect(formatMoment(hour, everywhere)).toBe("minute 5 January 15:00–16:00");
    const minute = moment("2022-01-06T15:00+06:00", "2022-01-06T15:00+06:00", "minute");
    expect(formatMoment(minute, everywhere)).toBe("minute 6 January 15:00");
  });
});
