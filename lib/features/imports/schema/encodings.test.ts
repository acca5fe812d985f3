import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCell, decodeText, findEncoding } from "./encodings";

const text = fc.string({ unit: "grapheme", minLength: 1 }).map((said) => `дата;${said.replaceAll("\u0000", "")}`);

describe("the letters of a file", () => {
  it("are known where the bytes can be nothing else, and read back as they were", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (said, isMarked) => {
        const bytes = new TextEncoder().encode(isMarked ? `\uFEFF${said}` : said);
        expect(findEncoding(bytes)).toEqual({ encoding: "utf-8" });
        expect(decodeText(bytes, "utf-8")).toBe(said.replace(/^\uFEFF/, ""));
        const wide = Buffer.from(`\uFEFF${said}`, "utf16le");
        expect(findEncoding(wide)).toEqual({ encoding: "utf-16le" });
        expect(decodeText(wide, "utf-16le")).toBe(said);
        expect(findEncoding(wide.swap16())).toEqual({ encoding: "utf-16be" });
      }),
    );
  });

  it("are asked for where they have one byte each", () => {
    const bytes = Uint8Array.from([0xe4, 0xe0, 0xf2, 0xe0]);
    expect(findEncoding(bytes)).toMatchObject({ encoding: null });
    const cell = Buffer.from(bytes).toString("latin1");
    expect(decodeCell(cell, "windows-1251")).toBe("дата");
    expect(decodeCell(cell, "koi8-r")).not.toBe("дата");
    expect(decodeCell("plain 12", "koi8-r")).toBe("plain 12");
  });

  it.each([
    ["a spreadsheet", [0x50, 0x4b, 3, 4, 1], "spreadsheet"],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0, 0, 1], "not_text"],
    ["bytes that control a terminal", [0xe4, 0x1b, 0x5b], "not_text"],
  ])("are not looked for in %s", (_what, bytes, refusal) => {
    expect(findEncoding(Uint8Array.from(bytes))).toEqual({ refusal });
  });
});
