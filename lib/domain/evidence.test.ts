import fc from "fast-check";
import { expect, test } from "vitest";
import { keptSize, LONGEST_SIDE, photographType } from "./evidence";

const bytes = (text: string) => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)));

test.each([
  ["\xff\xd8\xff\xe1", "image/jpeg"],
  ["\x89PNG\r\n\x1a\n", "image/png"],
  ["RIFF1234WEBPVP8 ", "image/webp"],
  ["GIF89a", null],
  ["<svg xmlns='http://www.w3.org/2000/svg'>", null],
  ["%PDF-1.7", null],
  ["RIFF1234AVI ", null],
  ["\x89PNG", null],
  ["", null],
])("what begins with %o is %s", (start, type) => {
  expect(photographType(bytes(start))).toBe(type);
});

test("no side is longer than the longest, none grows, and the shape stays", () => {
  const side = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      const kept = keptSize({ width, height });
      expect(Math.max(kept.width, kept.height)).toBe(Math.min(LONGEST_SIDE, Math.max(width, height)));
      expect(kept.width <= width && kept.height <= height).toBe(true);
      expect(Math.min(kept.width, kept.height)).toBeGreaterThanOrEqual(1);
      const [longer, shorter] = [Math.max(width, height), Math.min(width, height)];
      const expected = (shorter * Math.max(kept.width, kept.height)) / longer;
      expect(Math.abs(Math.min(kept.width, kept.height) - Math.max(1, expected))).toBeLessThanOrEqual(0.5);
    }),
  );
});
