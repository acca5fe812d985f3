import fc from "fast-check";
import { expect, test } from "vitest";
import { logFilterSchema } from "./schema";
import { isNarrowed, type LogObject, logQuery, verbChoices, withinRights } from "./view";

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

test("what was done is chosen under what it was done to, each once", () => {
  expect(verbChoices(["entry.reject", "account.create", "entry.approve"])).toEqual([
    { noun: "account", verbs: ["account.create"] },
    { noun: "entry", verbs: ["entry.approve", "entry.reject"] },
  ]);
});

test("nobody is led where they may not go, and what they may know is told", () => {
  const row = { seq: 1, at: 0, isSystem: false, actorHandle: "bolat", verb: "entry.approve", hash: "00" };
  const of = (objectType: string, object: LogObject) => ({ ...row, objectType, objectId: "x", object });
  const entry = of("entry", { entryId: "x", path: "/moderate/x" });
  const account = of("account", { name: "chingiz", path: "/moderate/people#x" });
  const record = of("record", { name: "KZ22-F1", path: "/records/KZ22-F1" });
  const file = of("import_batch", { name: "leaders of Zhanaozen.csv", path: "/moderate?batch=x" });
  const auditor = { entries: false, people: false };
  expect(withinRights(entry, auditor).object).toBeNull();
  expect(withinRights(account, auditor).object).toEqual({ name: "chingiz" });
  expect(withinRights(record, auditor)).toEqual(record);
  expect(withinRights(file, auditor).object).toBeNull();
  expect(withinRights(file, { entries: true, people: false })).toEqual(file);
  expect(withinRights(account, { entries: false, people: true })).toEqual(account);
  expect(withinRights(entry, { entries: true, people: false })).toEqual(entry);
});
