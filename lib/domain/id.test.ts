import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRecordId, parseRecordId, RECORD_LETTERS, type RecordKind } from "./id";

describe("record ids", () => {
  it("writes and reads KZ22-F12", () => {
    expect(formatRecordId("KZ22", "F", 12)).toBe("KZ22-F12");
    expect(parseRecordId("KZ22-F12")).toEqual({ waveCode: "KZ22", kind: "figure", letter: "F", number: 12 });
  });

  it("gives every kind a letter of its own", () => {
    const letters = Object.values(RECORD_LETTERS);
    expect(new Set(letters).size).toBe(letters.length);
  });

  it.each([
    "",
    "KZ22",
    "kz22-f12",
    "KZ22-F0",
    "KZ22-F012",
    "KZ22-X1",
    "KZ22-F12 ",
    "KZ22-F-1",
    "22-F1",
    "KZ22-F1.5",
    "xKZ22-F1",
  ])("does not read %j", (text) => {
    expect(parseRecordId(text)).toBeNull();
  });

  it("refuses to write what it could not read", () => {
    for (const number of [0, -1, 1.5, Number.NaN, 1e9])
      expect(() => formatRecordId("KZ22", "F", number)).toThrow(new RangeError(`Not a record number: ${number}`));
    for (const code of ["kz-22", "xKZ22", "KZ22 "])
      expect(() => formatRecordId(code, "F", 1)).toThrow(new RangeError(`Not a wave code: ${code}`));
  });

  it("reads back whatever it writes", () => {
    const kinds = Object.keys(RECORD_LETTERS) as RecordKind[];
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z][A-Z0-9]{1,6}$/),
        fc.constantFrom(...kinds),
        fc.integer({ min: 1, max: 999_999 }),
        (waveCode, kind, number) => {
          const letter = RECORD_LETTERS[kind];
          expect(parseRecordId(formatRecordId(waveCode, letter, number))).toEqual({ waveCode, kind, letter, number });
        },
      ),
    );
  });
});
