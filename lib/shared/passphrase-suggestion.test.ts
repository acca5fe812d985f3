import { expect, test } from "vitest";
import { suggestPassphrase } from "./passphrase-suggestion";
import { PASSPHRASE_WORDS } from "./passphrase-words";

test("six words of the list, other ones each time, and long enough to be accepted", () => {
  const suggested = Array.from({ length: 200 }, suggestPassphrase);
  const known = new Set(PASSPHRASE_WORDS);
  expect(
    suggested.every((words) => words.split(" ").length === 6 && words.split(" ").every((word) => known.has(word))),
  ).toBe(true);
  expect(new Set(suggested).size).toBe(200);
  expect(Math.min(...suggested.map((words) => words.length))).toBeGreaterThanOrEqual(15);
});
