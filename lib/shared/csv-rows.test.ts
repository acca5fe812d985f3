import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCsv } from "./chart/csv-file";
import { readCsv } from "./csv-rows";

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
    const cell = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((text) => text.trim() === text && !/^[=+\-@＝＋－＠]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = readCsv(writeCsv(["one", "two"], rows));
        expect("rows" in read && read.rows.map(({ cells }) => [cells.one, cells.two])).toEqual(rows);
      }),
    );
  });
});
