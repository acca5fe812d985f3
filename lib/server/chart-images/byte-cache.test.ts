import fc from "fast-check";
import { expect, it } from "vitest";
import { ByteCache } from "./byte-cache";

it("never holds more bytes than allowed, whatever is put in", () => {
  const entries = fc.array(
    fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.string({ unit: "grapheme", maxLength: 40 })),
  );
  fc.assert(
    fc.property(entries, (puts) => {
      const cache = new ByteCache(50);
      for (const [key, text] of puts) {
        cache.set(key, text);
        expect(cache.bytes).toBeLessThanOrEqual(50);
        expect(cache.get(key)).toBe(Buffer.byteLength(text) <= 50 ? text : undefined);
      }
      const held = ["a", "b", "c", "d"].map((key) => Buffer.byteLength(cache.get(key) ?? ""));
      expect(held.reduce((sum, size) => sum + size, 0)).toBe(cache.bytes);
    }),
  );
});

it("drops first what was not asked for longest", () => {
  const cache = new ByteCache(3);
  for (const key of ["a", "b", "c"]) cache.set(key, "x");
  cache.get("a");
  cache.set("d", "x");
  expect(["a", "b", "c", "d"].map((key) => cache.get(key))).toEqual(["x", undefined, "x", "x"]);
});
