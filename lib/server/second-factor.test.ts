import fc from "fast-check";
import { expect, test } from "vitest";
import { freshUntil, tidyCode } from "./second-factor";

test("a second step is fresh for fifteen to twenty minutes, told in steps of five", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
      const until = freshUntil(new Date(at)).getTime();
      expect(until - at).toBeGreaterThanOrEqual(15 * 60_000);
      expect(until - at).toBeLessThan(20 * 60_000);
      expect(until % (5 * 60_000)).toBe(0);
    }),
  );
});

test.each([
  ["123 456", "123456"],
  ["１２３－４５６", "123456"],
  [" abcd-efgh-2345-677a ", "ABCDEFGH2345677A"],
  ["abcd‑ef0h‑1345‑8772", "ABCDEFOHI345B772"],
  ["", ""],
  [" - ", ""],
])("%s is read as %s", (typed, code) => {
  expect(tidyCode(typed)).toBe(code);
});
