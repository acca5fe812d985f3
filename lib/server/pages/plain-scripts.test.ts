import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainScripts } from "./plain-scripts";

/** As Next writes a piece: JSON in a JSON string, with the letters that matter to HTML escaped. */
function asNextWrites(text: string): string {
  const letters: Record<string, string> = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026" };
  const code = JSON.stringify([1, text]).replace(/[<>&]/g, (letter) => letters[letter] ?? letter);
  return `<p>before</p><script>self.__next_f.push(${code})</script><p>after</p>`;
}

function readBack(html: string): unknown {
  const [, code = ""] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
  const pushed: unknown[] = [];
  runInNewContext(code, { self: { __next_f: { push: (piece: unknown[]) => pushed.push(piece[1]) } } });
  return pushed[0];
}

const markup = fc.array(
  fc.constantFrom("<", ">", "&", "\\", "\\u003c", "/script", "script", "SCRIPT", "!--", "-->", '"', "u003c", "\n", "ұ"),
  { maxLength: 40 },
);

describe("the page's second copy, written plainly", () => {
  it("says the same to React, whatever the text", () => {
    fc.assert(
      fc.property(markup, (pieces) => {
        const text = pieces.join("");
        expect(readBack(plainScripts(asNextWrites(text)))).toBe(text);
      }),
    );
  });

  it("never lets a text end or open a script", () => {
    fc.assert(
      fc.property(markup, (pieces) => {
        const inside = plainScripts(asNextWrites(pieces.join(""))).slice("<p>before</p><script>".length);
        const code = inside.slice(0, inside.length - "</script><p>after</p>".length);
        expect(code).not.toMatch(/<\/?script|<!--/i);
      }),
    );
  });

  it("leaves other scripts and the page alone", () => {
    const html = '<script>var a = "\\u003cb";</script><p>\\u003c</p>';
    expect(plainScripts(html)).toBe(html);
  });

  it("writes a tag as a tag", () => {
    expect(plainScripts(asNextWrites("<b>&</b>"))).toContain('"<b>&</b>"');
  });
});
