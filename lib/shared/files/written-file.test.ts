import { describe, expect, it } from "vitest";
import { fileNameOf } from "./written-file";

const named = (params: Record<string, string>) => fileNameOf(["a-wave", "totals"], "csv", params);

describe("the name of a file", () => {
  it("says through what the record is read, and nothing of what narrows it", () => {
    expect(named({})).toBe("turnout-a-wave-totals.csv");
    expect(named({ known_on: "2022-01-05", claimant: "union", region: "KZ-MAN", hxl: "1" })).toBe(
      "turnout-a-wave-totals-claimant-union-known_on-2022-01-05.csv",
    );
  });

  it("carries nothing that could end it or its header", () => {
    expect(named({ rule: 'ccc"; filename=x', threshold: "a\r\nb", claimant: "../x" })).toBe(
      "turnout-a-wave-totals.csv",
    );
  });
});
