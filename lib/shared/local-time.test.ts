import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isCalendarDate, localInstant, mondayOf, offsetMinutesOn, tidyDate } from "./local-time";

/** Almaty time as the record has it: six hours until March 2024, five since. */
const ALMATY = [
  { minutes: 360, from: "2004-10-31", to: "2024-03-01" },
  { minutes: 300, from: "2024-03-01", to: null },
];

function wallClock(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return parts.format(instant);
}

const dates = fc
  .integer({ min: Date.parse("2005-01-01") / 86_400_000, max: Date.parse("2026-11-01") / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe("a date as it is typed", () => {
  it("is written year-month-day where it can mean one day alone", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const [year, month, day] = date.split("-").map(Number);
        for (const typed of [date, `${year}-${month}-${day}`, `${year}/${month}/${day}`, `${day}.${month}.${year}`])
          expect([typed, tidyDate(typed)]).toEqual([typed, date]);
        const unclear = `${day}/${month}/${year}`;
        expect(tidyDate(unclear)).toBe(unclear);
      }),
    );
    for (const typed of ["6 January 2022", "January 6, 2022", "6 января 2022", "6 қаңтар 2022", "6 Ocak 2022"])
      expect([typed, tidyDate(typed)]).toEqual([typed, "2022-01-06"]);
    for (const none of [
      "",
      "6 Foo 2022",
      "31 April 2022",
      "soon",
      "30.2.2022",
      "2022-13-01",
      "2022-01/04",
      "6.1.22",
      "2022-01-04x",
    ])
      expect(tidyDate(none)).toBe(none);
  });
});

describe("local time", () => {
  it("uses the offset of the date, never today's", () => {
    expect(localInstant("2022-01-04", 18, ALMATY)).toBe(Date.parse("2022-01-04T12:00Z"));
    expect(localInstant("2026-01-04", 18, ALMATY)).toBe(Date.parse("2026-01-04T13:00Z"));
    expect(offsetMinutesOn(ALMATY, "2024-02-29")).toBe(360);
    expect(offsetMinutesOn(ALMATY, "2024-03-01")).toBe(300);
  });

  it("agrees with the time zone database on every day and hour", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 23 }), (date, hour) => {
        const instant = localInstant(date, hour, ALMATY) ?? Number.NaN;
        expect(wallClock(instant, "Asia/Almaty")).toBe(`${date} ${String(hour).padStart(2, "0")}:00`);
      }),
    );
  });

  it("lets an hour of 24 or more fall on the next day, under that day's offset", () => {
    expect(localInstant("2024-02-29", 30, ALMATY)).toBe(localInstant("2024-03-01", 6, ALMATY));
  });

  it("says nothing where no offset is recorded", () => {
    expect(localInstant("1999-01-01", 0, ALMATY)).toBeNull();
    expect(localInstant("2022-01-04", 0, [])).toBeNull();
  });

  it.each(["2022-02-30", "2022-13-01", "2022-1-4", "04.01.2022", ""])("knows that %j is no day", (date) => {
    expect(isCalendarDate(date)).toBe(false);
  });

  it("finds the Monday on or before every day", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const monday = mondayOf(date);
        expect(new Date(`${monday}T00:00Z`).getUTCDay()).toBe(1);
        expect(monday <= date && addDays(monday, 7) > date).toBe(true);
      }),
    );
  });
});
