import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutGuards, writeCsv } from "./csv-file";

/** Reads RFC 4180 back, by a reading of its own. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, field, quoted]: [string[], string, boolean] = [[], "", false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ",") {
      row.push(field);
      field = "";
    } else if (!quoted && text.startsWith("\r\n", at)) {
      rows.push([...row, field]);
      [row, field] = [[], ""];
      at += 1;
    } else field += letter;
  }
  expect(quoted).toBe(false);
  expect([row, field]).toEqual([[], ""]);
  return rows;
}

const texts = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "＝", "＠", "\t", "\r", "\n", '"', ",", ";", "'", "1", ".", "ә"),
  }),
);

describe("writeCsv", () => {
  it("gives every field back as it was, without the apostrophes it put before formulas and with those that were there", () => {
    fc.assert(
      fc.property(fc.array(fc.array(texts, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const back = readCsv(writeCsv(["a", "b"], rows)).slice(1);
        expect(back.map((row) => row.map((cell) => withoutGuards(cell)))).toEqual(rows);
      }),
    );
    for (const text of ["'-5 degrees", "''=1", "a;'@b", "'\t1"])
      expect(readCsv(writeCsv(["a"], [[text]]))[1]?.map((cell) => withoutGuards(cell))).toEqual([text]);
  });

  it("never leaves what a spreadsheet would run, with whichever sign between cells", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const field = readCsv(writeCsv(["a"], [[text]]))[1]?.[0] ?? "";
        if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(field)) return;
        expect(field).not.toMatch(/^(?:[ \u00a0]*[=+\-@＝＋－＠]|[\t\r\n])/u);
        for (const cell of field.split(/[;\t\r\n]/).slice(1)) expect(cell).not.toMatch(/^[" \u00a0]*[=+\-@＝＋－＠]/u);
      }),
    );
  });

  it("leaves every number a number", () => {
    const numbers = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(numbers, (value) => {
        expect(Number(readCsv(writeCsv(["a"], [[String(value)]]))[1]?.[0])).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it("keeps a negative number a number and ends every line alike", () => {
    expect(
      writeCsv(
        ["a", "b"],
        [
          ["-1.5", '=1+1"'],
          ["", "x,y"],
        ],
      ),
    ).toBe(`a,b\r\n-1.5,"'=1+1"""\r\n,"x,y"\r\n`);
  });
});
