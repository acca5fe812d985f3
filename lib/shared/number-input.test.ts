import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTypedNumber, withoutAbout } from "./number-input";

const GROUPINGS = ["", " ", "\u00a0", "\u202f", ",", ".", "'", "’"];

function group(value: number, separator: string): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, separator);
}

describe("withoutAbout", () => {
  it.each([
    ["~1000", "1000"],
    ["≈ 1 000", "1 000"],
    ["∼1000", "1000"],
    ["～1000", "1000"],
    ["c. 1000", "1000"],
    ["ca. 1,000", "1,000"],
  ])("takes the sign off %j", (typed, text) => {
    expect(withoutAbout(typed)).toEqual({ text, isAbout: true });
  });

  it.each(["1000", "c 1000", "с 1000", "~", "about 1000", "1000~"])("leaves %j as it is", (typed) => {
    expect(withoutAbout(typed)).toEqual({ text: typed, isAbout: false });
  });
});

describe("readTypedNumber", () => {
  it.each(["1500", "1 500", "1,500", "1.500", "1 500", " 1500 ", "１５００"])("reads %j as 1500 people", (typed) => {
    expect(readTypedNumber(typed, "whole")).toEqual({ value: 1500 });
  });

  it("reads every whole number in every writing of the four languages", () => {
    const values = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(values, fc.constantFrom(...GROUPINGS), (value, separator) => {
        expect(readTypedNumber(group(value, separator), "whole")).toEqual({ value });
      }),
    );
  });

  it("reads percent with either decimal sign, and never more than the digits say", () => {
    const tenths = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(tenths, fc.constantFrom(".", ","), fc.constantFrom("", " %", "%"), (value, sign, mark) => {
        const typed = `${Math.floor(value / 10)}${sign}${value % 10}${mark}`;
        expect(readTypedNumber(typed, "fractional")).toEqual({ value: value / 10 });
      }),
    );
  });

  it("refuses a fractional number that could be two numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), (whole, rest) => {
        const typed = `${whole},${String(rest).padStart(3, "0")}`;
        expect(readTypedNumber(typed, "fractional")).toEqual({ refusal: "ambiguous_separator" });
      }),
    );
    expect(readTypedNumber("1234,500", "fractional")).toEqual({ value: 1234.5 });
    expect(readTypedNumber("0,125", "fractional")).toEqual({ value: 0.125 });
    expect(readTypedNumber("1 234,5", "fractional")).toEqual({ value: 1234.5 });
    expect(readTypedNumber("1,234.5", "fractional")).toEqual({ value: 1234.5 });
  });

  it.each([
    ["-200", "negative"],
    ["−200", "negative"],
    ["10-20", "two_numbers"],
    ["1 500 – 2 000", "two_numbers"],
    ["about 200", "not_a_number"],
    ["", "not_a_number"],
    ["2k", "not_a_number"],
    ["1e3", "not_a_number"],
    ["007", "not_a_number"],
    ["1,5", "whole_number_needed"],
    ["1,500.5", "whole_number_needed"],
    ["1 50", "broken_grouping"],
    ["1500 200", "broken_grouping"],
    ["1.500.20", "broken_grouping"],
    ["1 500,200.5", "broken_grouping"],
    ["99999999999", "too_large"],
  ])("refuses %j of people: %s", (typed, refusal) => {
    expect(readTypedNumber(typed, "whole")).toEqual({ refusal });
  });

  it("never throws and never gives a negative or endless number, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("whole" as const, "fractional" as const), (typed, kind) => {
        const reading = readTypedNumber(typed, kind);
        if ("value" in reading) expect(reading.value >= 0 && Number.isFinite(reading.value)).toBe(true);
      }),
    );
  });
});
