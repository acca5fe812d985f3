import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flowText, textWidth } from "./text-flow";

const face = { size: 12 };
const textOf = (line: { text: string }[]) => line.map(({ text }) => text).join("");
const words = fc.array(fc.string({ unit: fc.constantFrom("a", "Ж", "ғ", "i", "M"), minLength: 1, maxLength: 9 }), {
  minLength: 1,
  maxLength: 6,
});
const pieces = fc.array(
  fc.record({ text: words.map((list) => list.join(" ")), href: fc.constantFrom(null, "/a", "/b") }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

describe("flowText", () => {
  it("keeps every word in order, and no line wider than allowed unless it is one word", () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 40, max: 400 }), (given, width) => {
        const lines = flowText(given, { width, face, maxLines: 99 });
        const flat = lines.map(textOf).join(" ").replaceAll(" ·", "").replaceAll("· ", "").split(/\s+/);
        expect(flat).toEqual(given.flatMap(({ text }) => text.split(" ")));
        for (const line of lines.map(textOf)) {
          if (line.includes(" ")) expect(textWidth(line, face)).toBeLessThanOrEqual(width + 0.001);
          expect(line).not.toMatch(/^\s|^·|·$/);
        }
      }),
    );
  });

  it("keeps each link on its own words", () => {
    const lines = flowText(
      [
        { text: "one two", href: "/1" },
        { text: "three", href: null },
      ],
      { width: 500, face, maxLines: 1 },
    );
    expect(lines).toEqual([
      [
        { text: "one two", href: "/1" },
        { text: " · three", href: null },
      ],
    ]);
  });

  it("ends in an ellipsis what does not fit in the last line", () => {
    const [line, ...more] = flowText([{ text: "one two three four", href: null }], { width: 60, face, maxLines: 1 });
    expect(more).toEqual([]);
    expect(textOf(line ?? [])).toMatch(/^one.*…$/);
  });
});
