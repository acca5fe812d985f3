import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, isCalendarDate } from "./local-time";
import { dateFault, dayOfShortYear, fullYear } from "./short-year";

const wave = { from: "2021-12-02", until: "2022-02-11" };
const day = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays("1950-01-01", days));
/** A wave of any length, anywhere in that time. */
const span = fc
  .tuple(day, fc.integer({ min: 0, max: 4000 }))
  .map(([from, length]) => ({ from, until: addDays(from, length) }));
const numbers = fc.tuple(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 99 }).map((year) => String(year).padStart(2, "0")),
);
const shortened = (date: string) => {
  const [year = "", month, dayOfMonth] = date.split("-");
  return `${dayOfMonth}.${month}.${year.slice(2)}`;
};

describe("a date whose year has two digits", () => {
  it("is the day of the wave that it was shortened from, or is not read: never another", () => {
    fc.assert(
      fc.property(day, span, (date, possible) => {
        const read = dayOfShortYear(shortened(date), possible);
        const isPossible = possible.from <= date && date <= possible.until;
        if (isPossible && read !== null) expect(read).toBe(date);
        if (read !== null) expect(shortened(read)).toBe(shortened(date));
      }),
    );
  });

  it("is read whatever was typed only as a day within what is possible, day first", () => {
    fc.assert(
      fc.property(numbers, span, ([first, second, third], possible) => {
        const read = dayOfShortYear(`${first}.${second}.${third}`, possible);
        if (read === null) return;
        expect(isCalendarDate(read) && possible.from <= read && read <= possible.until).toBe(true);
        const [year = "", month, dayOfMonth] = read.split("-");
        expect([Number(dayOfMonth), Number(month), year.slice(2)]).toEqual([first, second, third]);
      }),
    );
  });

  it("is read in a wave of a few weeks, however its day and month are written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 71 }), (days) => {
        const date = addDays(wave.from, days);
        const [year = "", month, dayOfMonth] = date.split("-");
        for (const typed of [shortened(date), `${Number(dayOfMonth)}.${Number(month)}.${year.slice(2)}`])
          expect([typed, dayOfShortYear(typed, wave)]).toEqual([typed, date]);
      }),
    );
    expect(dayOfShortYear("12.01.22", wave)).toBe("2022-01-12");
  });

  it.each([
    ["two centuries are possible", "12.01.22", { from: "1920-01-01", until: "2025-01-01" }],
    ["it could have the year first", "20.05.22", { from: "2020-01-01", until: "2022-12-31" }],
    ["it would have to be read backwards", "22.01.12", wave],
    ["it is no day of the wave", "12.06.22", wave],
    ["it is no day of the calendar", "31.02.22", wave],
    ["nobody can say which number is the month", "12/01/22", wave],
    ["its year is written in full", "12.01.2022", wave],
    ["it is none", "soon", wave],
  ])("is not read where %s", (_, typed, possible) => {
    expect(dayOfShortYear(typed, possible)).toBeNull();
  });

  it("has its century from whoever says it", () => {
    expect([fullYear(22, "of_2000"), fullYear(98, "of_1900")]).toEqual([2022, 1998]);
    expect(["1.1.22", "12.01.22", "1.1.2022", "1.22"].map(dateFault)).toEqual([
      ...["date_year_short", "date_year_short", "date_wrong", "date_wrong"],
    ]);
  });
});
