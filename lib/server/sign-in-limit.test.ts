import { expect, test } from "vitest";
import { delayAfter, longestDelayMs } from "./sign-in-limit";

test("the first attempt is free, each next one waits twice as long, none longer than the limit", () => {
  expect([0, 1, 2, 3, 4, 5].map(delayAfter)).toEqual([0, 200, 400, 800, 1600, 3200]);
  expect(delayAfter(6)).toBe(longestDelayMs);
  expect(delayAfter(100_000)).toBe(longestDelayMs);
});
