import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { addDays } from "@/lib/shared/local-time";
import { readDate } from "./dates";

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1960-01-01", days));
const two = (text: string) => String(Number(text));
const partsOf = (date: string) => date.split("-") as [string, string, string];

describe("a day in a cell", () => {
  it("is read the same in every writing, once its author has said what two writings share", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(".", "/", "-"), fc.constantFrom(...LOCALES), (date, sign, locale) => {
        const [year, month, dayOfMonth] = partsOf(date);
        const at = new Date(`${date}T00:00:00Z`);
        const said = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });
        const name = said.formatToParts(at).find(({ type }) => type === "month")?.value ?? "";
        const read = { date, hour: null };
        expect(readDate(date, {})).toEqual(read);
        expect(readDate(`${year}/${two(month)}/${two(dayOfMonth)}`, {})).toEqual(read);
        expect(readDate(`${two(dayOfMonth)} ${name} ${year}`, {})).toEqual(read);
        const dayFirst = `${dayOfMonth}${sign}${month}${sign}${year}`;
        const monthFirst = `${two(month)}${sign}${two(dayOfMonth)}${sign}${year}`;
        expect(readDate(dayFirst, { order: "day_first" })).toEqual(read);
        expect(readDate(monthFirst, { order: "month_first" })).toEqual(read);
      }),
    );
  });

  it("is never guessed where two days are possible", () => {
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, dayOfMonth] = partsOf(date);
        const isOpen = Number(dayOfMonth) <= 12 && dayOfMonth !== month;
        const read = readDate(`${dayOfMonth}/${month}/${year}`, {});
        expect(read).toEqual(isOpen ? { refusal: "date_order_open" } : { date, hour: null });
      }),
    );
  });

  it("counts as a spreadsheet does, from the day its author names", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 79_999 }), (days) => {
        expect(readDate(String(days), {})).toEqual({ refusal: "date_serial_open" });
        const in1900 = readDate(String(days), { serial: "from_1900" });
        const in1904 = readDate(String(days), { serial: "from_1904" });
        // The two ways of counting lie four years and a day apart.
        expect("date" in in1900 && "date" in in1904 && addDays(in1900.date, 1462)).toBe(
          "date" in in1904 && in1904.date,
        );
      }),
    );
    expect(readDate("44566", { serial: "from_1900" })).toEqual({ date: "2022-01-05", hour: null });
  });

  it.each([
    ["31.02.2022", {}, "date_wrong"],
    ["yesterday", {}, "date_wrong"],
    ["2022-13-01", {}, "date_wrong"],
    ["45.45.2022", {}, "date_wrong"],
    ["1/25/2022", { order: "day_first" }, "date_other_order"],
    ["25.01.22", { order: "day_first" }, "date_year_open"],
    ["2022-01-05 14:30", {}, "date_time_open"],
  ] as const)("%s with %o is refused as %s", (cell, answers, refusal) => {
    expect(readDate(cell, answers)).toEqual({ refusal });
  });

  it.each([
    ["25.01.22", { order: "day_first", shortYear: "of_2000" }, { date: "2022-01-25", hour: null }],
    ["2022-01-05 14:30", { time: "hour" }, { date: "2022-01-05", hour: 14 }],
    ["2022-01-05 00:00:00", { time: "day" }, { date: "2022-01-05", hour: null }],
    ["Jan 5, 2022 2:10 PM", { time: "hour" }, { date: "2022-01-05", hour: 14 }],
    ["20220105", {}, { date: "2022-01-05", hour: null }],
    ["2022-01-04T18:00:00.000Z", {}, { at: Date.parse("2022-01-04T18:00Z") }],
  ] as const)("%s with %o is %o", (cell, answers, read) => {
    expect(readDate(cell, answers)).toEqual(read);
  });
});
