import fc from "fast-check";
import { expect, test } from "vitest";
import { rangesOf } from "./wrong-groups";

test("rows that follow each other are told as one range, and each row is in one", () => {
  expect(rangesOf([3, 5, 6, 7, 9])).toBe("3, 5–7, 9");
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 60 })), (some) => {
      const rows = some.toSorted((one, other) => one - other);
      const back = rangesOf(rows)
        .split(", ")
        .filter(Boolean)
        .flatMap((range) => {
          const [from = 0, to = from] = range.split("–").map(Number);
          return Array.from({ length: to - from + 1 }, (_, at) => from + at);
        });
      expect(back).toEqual(rows);
    }),
  );
});
