import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { fieldOf, kindOf, recordDiff, recordValues } from "./record-diff";
import { type FieldShape, RECORD_FIELDS } from "./record-fields";
import type { RecordRow } from "./wave-record";

const record = waveRecordOfFiles(readRecordFiles());
const rows: RecordRow[] = [
  ...[record.figures, record.actions, record.workforces, record.workforceSizes, record.sources].flat(),
  ...[record.events, record.demands, record.solidarity, record.coverageNotes].flat(),
];

/** What a field of one value is told as. */
function toldAs(shape: FieldShape, value: unknown): unknown {
  switch (shape) {
    case "line":
      return { is: "text", text: value, language: null };
    case "lines":
      return { is: "lines", lines: value };
    case "language":
      return { is: "language", tag: value };
    case "choice":
    case "flag":
      return { is: shape, value };
    case "moment":
      return { is: "moment", moment: value };
    case "instant":
      return { is: "instant", at: value };
    case "date":
      return { is: "date", date: value };
    case "reference":
      return { is: "references", ids: [value] };
    default:
      return undefined;
  }
}

describe("what a record says", () => {
  it("is each field as what it holds, and nothing of what is empty", () => {
    for (const row of rows) {
      const told = new Map(recordValues(row).map(({ path, value }) => [path, value]));
      for (const { name, shape } of RECORD_FIELDS[kindOf(row)]) {
        const value = fieldOf(row, name);
        const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
        if (isEmpty) expect(told.has(name)).toBe(false);
        else if (toldAs(shape, value) !== undefined) expect(told.get(name)).toEqual(toldAs(shape, value));
      }
      expect(told.get("state")).toEqual({ is: "choice", value: row.state });
      for (const citation of row.citations)
        expect(told.get(`citations.${citation.sourceId}`)).toEqual({ is: "citation", citation });
    }
  });

  it("is a quantity apart from its words, in their language, and from its rule", () => {
    const [figure] = record.figures;
    const rule = { id: "turnout.plural", version: 1 };
    const quantity = { lower: 200, upper: null, unit: "people", approximate: false, unknown: null } as const;
    const worded = { ...figure, wordsLanguage: "en", quantity: { ...quantity, words: "hundreds", rule } } as RecordRow;
    expect(recordValues(worded).filter(({ name }) => name === "quantity")).toEqual([
      { path: "quantity", name: "quantity", value: { is: "quantity", quantity } },
      { path: "quantity.words", name: "quantity", value: { is: "text", text: "hundreds", language: "en" } },
      { path: "quantity.rule", name: "quantity", value: { is: "rule", rule } },
    ]);
    const stated = { ...figure, quantity: { ...quantity, words: null, rule: null } } as RecordRow;
    expect(recordValues(stated).filter(({ name }) => name === "quantity")).toHaveLength(1);
  });
});

describe("recordDiff", () => {
  it("goes from the state through the fields to the citations, whichever changed first", () => {
    const [figure] = record.figures;
    if (figure === undefined) throw new Error("The record has no figures.");
    const bare = { ...figure, citations: [], note: {}, disputed: !figure.disputed, state: "retracted" } as RecordRow;
    const full = { ...figure, note: { en: "a", ru: "б" } } as RecordRow;
    const names = ["state", ...RECORD_FIELDS.figure.map(({ name }) => name), "citations"];
    for (const [before, after] of [
      [bare, full],
      [full, bare],
    ] as const) {
      const changed = recordDiff(before, after).map(({ name }) => names.indexOf(name));
      expect(changed).toEqual(changed.toSorted((a, b) => a - b));
      expect(new Set(changed.map((at) => names[at]))).toEqual(new Set(["state", "disputed", "note", "citations"]));
    }
  });

  it("is of records alone", () => {
    expect(() => kindOf({ id: "F1" })).toThrow(new RangeError("Not a record id: F1"));
  });
});
