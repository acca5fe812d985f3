import { describe, expect, it } from "vitest";
import type { WaveRecord, WithheldRow } from "@/lib/domain/wave-record";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { PUBLIC_AGAIN, WITHHELD_BECAUSE } from "@/lib/features/withholdings/view/public-reasons";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { correctionsFile, correctionsView } from "./view";

const record = waveRecordOfFiles(readRecordFiles());
const [figure] = record.figures;
if (figure === undefined) throw new Error("The record has no figure.");
const words = { locale: "en", ...{ page: String, action: String, moment: String, quantity: String } } as const;
const viewOf = (changes: Partial<WaveRecord>) => correctionsView(readingContext({ ...record, ...changes }, words));

const hidden = { ...figure, note: { en: "[withheld]" } };
const told = [
  { number: 1, recordedAt: 1, retracts: false, reason: null, row: figure },
  { number: 2, recordedAt: 2, retracts: true, reason: WITHHELD_BECAUSE.danger, row: { ...hidden, state: "retracted" } },
  { number: 3, recordedAt: 3, retracts: false, reason: PUBLIC_AGAIN, row: figure },
  { number: 4, recordedAt: 4, retracts: true, reason: { en: "A slip." }, row: { ...figure, state: "retracted" } },
] as WaveRecord["revisions"][string];
const texts: WithheldRow = {
  ...{ recordId: figure.id, scope: "texts", parts: ["note"], ground: "personal_data", since: 5, confirmed: false },
  putBackAt: 6,
};

describe("the log of corrections", () => {
  it("calls a whole record withheld and put back what they are, and tells nothing of it field by field", () => {
    const lines = viewOf({ revisions: { [figure.id]: told } });
    expect(lines.map(({ kind, changes }) => [kind, changes.map(({ name }) => name)])).toEqual([
      ["retraction", ["state"]],
      ["put_back", ["state"]],
      ["withheld", ["state"]],
    ]);
    expect(JSON.stringify(lines[1])).not.toContain("[withheld]");
  });

  it("lists that texts were withheld and put back, and never which", () => {
    const lines = viewOf({ withheld: [texts, { ...texts, recordId: "KZ22-F99999" }] });
    expect(lines.map(({ kind, recordedAt, revision }) => [kind, recordedAt, revision])).toEqual([
      ["put_back", 6, null],
      ["withheld", 5, null],
    ]);
    expect(JSON.stringify(lines.map(({ facets: _, ...line }) => line))).not.toContain("note");
    expect(new Set(lines.map(({ id }) => id)).size).toBe(2);
    const open = viewOf({ withheld: [{ ...texts, putBackAt: null }] });
    expect(open.map(({ kind, reason }) => [kind, reason])).toEqual([["withheld", WITHHELD_BECAUSE.personal_data]]);
    expect(viewOf({ withheld: [{ ...texts, scope: "record" }] })).toEqual([]);
  });

  it("tells what happened in one hour in its order, each as a line of its own", () => {
    const again = { ...texts, since: 5, putBackAt: 5 };
    const lines = viewOf({ withheld: [again, { ...again, ground: "danger" }, { ...again, putBackAt: null }] });
    expect(lines.map(({ kind, reason }) => [kind, reason?.en])).toEqual([
      ["withheld", WITHHELD_BECAUSE.personal_data.en],
      ["put_back", PUBLIC_AGAIN.en],
      ["withheld", WITHHELD_BECAUSE.danger.en],
      ["put_back", PUBLIC_AGAIN.en],
      ["withheld", WITHHELD_BECAUSE.personal_data.en],
    ]);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(5);
  });

  it("has nothing of it before it was known, where the record is read as of then", () => {
    const lens = { knownAt: 5, rule: "turnout", claimant: null, threshold: null } as unknown as WaveRecord["lens"];
    const lines = viewOf({ withheld: [texts, { ...texts, since: 7, putBackAt: null }], ...(lens ? { lens } : {}) });
    expect(lines.map(({ kind }) => kind)).toEqual(["withheld"]);
  });

  it("has a line in the file for each", () => {
    const { rows } = correctionsFile(viewOf({ revisions: { [figure.id]: told }, withheld: [texts] }));
    expect(rows.map(([, , kind, field]) => [kind, field])).toEqual([
      ["put_back", ""],
      ["withheld", ""],
      ["retraction", "state"],
      ["put_back", "state"],
      ["withheld", "state"],
    ]);
  });
});
