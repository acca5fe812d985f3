import fc from "fast-check";
import { expect, test } from "vitest";
import { queueTitle } from "./queue-title";

const said = { kind: "new event", unnamed: "an entry", amount: null };

test("a title has letters, whatever was typed", () => {
  fc.assert(
    fc.property(fc.option(fc.string({ unit: "grapheme" })), fc.option(fc.string({ minLength: 1 })), (title, amount) => {
      expect(queueTitle(title, { ...said, amount })).toMatch(/\p{L}/u);
    }),
  );
});

test("an amount is said once", () => {
  expect(queueTitle("Miners", { ...said, amount: "1,300 people" })).toBe("Miners: 1,300 people");
  expect(queueTitle("Size: 1,300 people", { ...said, amount: "1,300 people" })).toBe("Size: 1,300 people");
  expect(queueTitle("1300", { ...said, amount: "5" })).toBe("new event: 1300: 5");
  expect(queueTitle(null, said)).toBe("an entry");
});
