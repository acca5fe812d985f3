import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DECIMALS, readNumberCell } from "./numbers";

const SIGN = { point: ".", comma: "," } as const;

describe("a number in a cell", () => {
  it("means what its column was said to mean", () => {
    const thousands = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(thousands, fc.integer({ min: 0, max: 999 }), fc.constantFrom(...DECIMALS), (high, low, decimal) => {
        const rest = String(low).padStart(3, "0");
        const isDecimal = readNumberCell(`${high}${SIGN[decimal]}${rest}`, "fractional", decimal);
        expect("text" in isDecimal && Number(isDecimal.text)).toBeCloseTo(high + low / 1000, 6);
        const other = decimal === "point" ? "," : ".";
        expect(readNumberCell(`${high}${other}${rest}`, "fractional", decimal)).toEqual({ text: `${high}${rest}` });
        for (const kind of ["whole", "fractional"] as const)
          expect(readNumberCell(`${high}${other}${rest}`, kind, undefined)).toEqual({ refusal: "ambiguous_separator" });
      }),
    );
  });

  it.each([
    ["1 234,5", "fractional", "comma", { text: "1234.5" }],
    ["1,234.5", "fractional", undefined, { text: "1234.5" }],
    ["1'234", "whole", undefined, { text: "1234" }],
    ["75 %", "fractional", undefined, { text: "75" }],
    ["1.5", "fractional", "comma", { refusal: "other_decimal" }],
    ["1,234", "whole", "comma", { refusal: "whole_number_needed" }],
    ["1,234", "whole", "point", { text: "1234" }],
    ["1 500,0", "whole", undefined, { text: "1500" }],
    ["1,500.00", "whole", "point", { text: "1500" }],
    ["12.0", "whole", "comma", { refusal: "other_decimal" }],
    ["1234,000", "whole", undefined, { refusal: "whole_number_needed" }],
    ["1 500,5", "whole", undefined, { refusal: "whole_number_needed" }],
    ["-5", "whole", undefined, { refusal: "negative" }],
    ["#REF!", "whole", undefined, { refusal: "not_a_number" }],
  ] as const)("%s, %s, %s", (cell, kind, decimal, read) => {
    expect(readNumberCell(cell, kind, decimal)).toEqual(read);
  });
});
