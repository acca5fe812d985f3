import fc from "fast-check";
import { expect, test } from "vitest";
import { logFilterSchema } from "./schema";
import { isNarrowed, logQuery, verbChoices } from "./view";

test("the address of a page says the filter and reads back as the same", () => {
  const filters = fc.record({
    who: fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.trim()),
    what: fc.constantFrom("", "entry", "entry.approve"),
    on: fc.constantFrom("", "KZ22-F1", "0190-a b&c"),
    from: fc.constantFrom("", "2022-01-05"),
    to: fc.constantFrom("", "2022-01-06"),
    page: fc.integer({ min: 1, max: 1000 }),
  });
  fc.assert(
    fc.property(filters, (filter) => {
      const query = new URLSearchParams(logQuery(filter, filter.page));
      expect(logFilterSchema.parse(Object.fromEntries(query))).toEqual(filter);
      expect(isNarrowed(filter)).toBe([...query.keys()].some((name) => name !== "page"));
    }),
  );
});

test("what cannot be meant is left out", () => {
  const asked = { who: "x".repeat(101), what: "DROP TABLE", from: "yesterday", to: "2022-13-01", page: "-3" };
  expect(logFilterSchema.parse(asked)).toEqual({ who: "", what: "", on: "", from: "", to: "", page: 1 });
});

test("a kind is a choice of its own before what was done to it", () => {
  expect(verbChoices(["entry.reject", "account.create", "entry.approve"])).toEqual([
    ...["account", "account.create", "entry", "entry.approve", "entry.reject"],
  ]);
});
