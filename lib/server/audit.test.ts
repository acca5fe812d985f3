import { expect, test } from "vitest";
import { canonicalJson } from "./audit";

test("equal objects have equal text whatever the order of their keys", () => {
  expect(canonicalJson({ b: [{ y: 1, x: null }], a: new Date(0) })).toBe(
    canonicalJson({ a: new Date(0), b: [{ x: null, y: 1 }] }),
  );
});

test("order in a list, and null beside absent, stay different", () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  expect(canonicalJson({ a: null })).not.toBe(canonicalJson({}));
});

test("a date reads as its moment and a big integer as its digits", () => {
  expect(canonicalJson({ at: new Date(0), count: 12n })).toBe('{"at":"1970-01-01T00:00:00.000Z","count":"12"}');
});
