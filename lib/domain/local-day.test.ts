import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datesBetween, localClocks, localDay } from "./local-day";
import type { Moment, Precision } from "./moment";

const clocks = localClocks({
  regions: [
    { id: "AKT", utcOffsets: [{ minutes: 300, from: "2004-10-31", to: null }] },
    {
      id: "AKM",
      utcOffsets: [
        { minutes: 300, from: "2024-03-01", to: null },
        { minutes: 360, from: "2004-10-31", to: "2024-03-01" },
      ],
    },
    { id: "ALA", utcOffsets: [{ minutes: 360, from: null, to: null }] },
  ],
});
const at = (text: string) => Date.parse(text);
const moment = (from: string, to: string, precision: Precision): Moment => ({
  earliest: at(from),
  latest: at(to),
  precision,
});

describe("localClocks", () => {
  it("tells the date where it happened, an hour before the neighbour's", () => {
    const instant = at("2022-01-04T18:30Z");
    expect(clocks("AKT").date(instant)).toBe("2022-01-04");
    expect(clocks("ALA").date(instant)).toBe("2022-01-05");
  });

  it("follows a region that changed its offset, and takes the commonest for what has no region", () => {
    const evening = (day: string) => at(`${day}T18:30Z`);
    expect(clocks("AKM").date(evening("2022-01-04"))).toBe("2022-01-05");
    expect(clocks("AKM").date(evening("2025-01-04"))).toBe("2025-01-04");
    expect(clocks(null).date(evening("2022-01-04"))).toBe("2022-01-05");
    expect(localClocks({ regions: [] })(null).date(evening("2022-01-04"))).toBe("2022-01-04");
  });

  it("bounds a day by the instants of that day and of no other", () => {
    fc.assert(
      fc.property(fc.integer({ min: at("2021-01-01Z"), max: at("2023-01-01Z") }), (instant) => {
        const clock = clocks("AKT");
        const { start, end } = clock.bounds(clock.date(instant));
        expect(start).toBeLessThanOrEqual(instant);
        expect(end).toBeGreaterThan(instant);
        expect([clock.date(start - 1), clock.date(end)]).not.toContain(clock.date(instant));
      }),
    );
  });
});

describe("localDay", () => {
  it("takes a whole day by its middle: by its first instant a neighbour's 4 January would be the 3rd", () => {
    const day = moment("2022-01-03T18:00Z", "2022-01-04T17:59:59.999Z", "day");
    expect(clocks("AKT").date(day.earliest)).toBe("2022-01-03");
    expect(localDay(day, clocks("AKT"))).toBe("2022-01-04");
    expect(localDay({ ...day, precision: "inferred" }, clocks("AKT"))).toBe("2022-01-04");
  });

  it("gives a night to the day it begins on", () => {
    expect(localDay(moment("2022-01-05T14:00Z", "2022-01-06T00:00Z", "part_of_day"), clocks("ALA"))).toBe("2022-01-05");
  });

  it("makes no day of a week, a month or a span nobody narrowed down", () => {
    const week = moment("2022-01-03T00:00Z", "2022-01-10T00:00Z", "week");
    expect(localDay(week, clocks(null))).toBeNull();
    expect(localDay({ ...week, precision: "hour" }, clocks(null))).toBeNull();
    const day = moment("2022-01-03T18:00Z", "2022-01-04T18:00Z", "none");
    expect(localDay(day, clocks(null))).toBeNull();
    expect(localDay({ ...day, precision: "month" }, clocks(null))).toBeNull();
  });
});

describe("datesBetween", () => {
  it("holds both ends, over the end of a month, and nothing backwards", () => {
    expect(datesBetween("2022-01-30", "2022-02-01")).toEqual(["2022-01-30", "2022-01-31", "2022-02-01"]);
    expect(datesBetween("2022-01-30", "2022-01-30")).toEqual(["2022-01-30"]);
    expect(datesBetween("2022-01-30", "2022-01-29")).toEqual([]);
  });
});
