import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutGuards, writeCsv } from "./chart/csv-file";
import { readCsv, rowText } from "./csv-rows";

describe("a table read from CSV", () => {
  it("takes what spreadsheets write, and tells the line of every row", () => {
    expect(readCsv('\uFEFFcode;en\r\nFR-BRE;"Brittany; ""Breizh"""\r\n\r\n;\nFR-COR;Corsica')).toEqual({
      header: ["code", "en"],
      rows: [
        { line: 2, cells: { code: "FR-BRE", en: 'Brittany; "Breizh"' } },
        { line: 5, cells: { code: "FR-COR", en: "Corsica" } },
      ],
    });
  });

  it("says where it cannot be read", () => {
    expect(readCsv("")).toEqual({ line: 1, code: "no_header" });
    expect(readCsv("a,a\n1,2")).toEqual({ line: 1, code: "header_twice" });
    expect(readCsv("a,b\n1,2,3")).toEqual({ line: 2, code: "too_many_cells" });
    expect(readCsv('a,b\n1,2\n"3,4')).toEqual({ line: 3, code: "quote_open" });
  });

  it("reads back what our own files say, whatever people write", () => {
    const sign = fc.constantFrom("'", "=", "+", "-", "@", ";", "|", '"', "\n", "a", "7");
    const cell = fc
      .oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.string({ unit: sign, minLength: 1 }))
      .filter((text) => text.trim() === text);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = readCsv(writeCsv(["one", "two"], rows));
        const given = ({ one = "", two = "" }: Readonly<Record<string, string>>) => [
          withoutGuards(one),
          withoutGuards(two),
        ];
        expect("rows" in read && read.rows.map(({ cells }) => given(cells))).toEqual(rows);
      }),
    );
  });

  it("can show any row again as it was typed", () => {
    expect(rowText('a,b\n1,"x\ny"\n2,z', 2)).toBe('1,"x\ny"');
    expect(rowText("a,b\r\n1,2\r\n3,4", 3)).toBe("3,4");
    expect(rowText("a", 7)).toBe("");
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "ә"), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = writeCsv(["one", "two"], rows);
        const read = readCsv(text);
        const again = (line: number) => readCsv(`one,two\n${rowText(text, line)}`);
        if (!("rows" in read)) throw new Error("A file of ours cannot be read.");
        for (const { line, cells } of read.rows) expect(again(line)).toMatchObject({ rows: [{ cells }] });
      }),
    );
  });
});
