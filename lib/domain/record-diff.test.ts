import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { kindOf, recordDiff, recordValues } from "./record-diff";
import { RECORD_FIELDS } from "./record-fields";
import type { ActionRow, FigureRow, RecordRow, Texts } from "./wave-record";
import { WITHHELD_TEXTS } from "./withholding";

const record = waveRecordOfFiles(readRecordFiles());
const rows: RecordRow[] = [
  ...[record.figures, record.actions, record.workforces, record.workforceSizes, record.sources].flat(),
  ...[record.events, record.demands, record.solidarity, record.coverageNotes].flat(),
];
const anyRow = fc.constantFrom(...rows);

type Leaf = { path: (string | number)[]; value: string | number | boolean };

function leavesOf(value: unknown, path: (string | number)[] = []): Leaf[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, [...path, at]));
  if (typeof value === "object") return Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...path, name]));
  return [{ path, value: value as string | number | boolean }];
}

function withLeaf<T>(row: T, path: (string | number)[], value: unknown): T {
  const copy = structuredClone(row);
  const holder = path.slice(0, -1).reduce<never>((at, name) => at[name as never], copy as never);
  (holder as Record<string | number, unknown>)[path.at(-1) as string] = value;
  return copy;
}

const other = (value: Leaf["value"]) =>
  typeof value === "string" ? `${value}x` : typeof value === "number" ? value + 1 : !value;

/** What a version says, without its envelope and without what follows from other fields. */
function toldLeaves(row: RecordRow): Leaf[] {
  const told = new Set(["state", "citations", "period", ...RECORD_FIELDS[kindOf(row)].map(({ name }) => name)]);
  // Rows of the files still have the start and end that their period is made of.
  const isOfFile = (name: string) => "period" in row && ["start", "end", "openEnd"].includes(name);
  return leavesOf(row).filter(({ path: [name, part] }) => {
    // Only an action can be announced as indefinite.
    if (name === "period" && part === "openEnd") return told.has("openEnd");
    return told.has(String(name)) && !isOfFile(String(name));
  });
}

const rowAndLeaf = anyRow.chain((row) =>
  fc.record({ row: fc.constant(row), leaf: fc.constantFrom(...toldLeaves(row)) }),
);

describe("recordDiff", () => {
  it("finds nothing between a version and itself, whatever its number, its time and the order of its lists", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const again = { ...structuredClone(row), revision: row.revision + 1, recordedAt: row.recordedAt + 1 };
        const turned = { ...again, citations: again.citations.toReversed() };
        if ("workforceIds" in turned) turned.workforceIds.reverse();
        expect(recordDiff(row, turned)).toEqual([]);
      }),
    );
  });

  it("loses nothing: whichever single value is changed is told, with both its sides", () => {
    fc.assert(
      fc.property(rowAndLeaf, ({ row, leaf }) => {
        const changed = withLeaf(row, leaf.path, other(leaf.value));
        const diff = recordDiff(row, changed);
        expect(diff.length, leaf.path.join(".")).toBeGreaterThan(0);
        for (const { before, after } of diff) expect(before).not.toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it("read backwards has old and new exchanged", () => {
    fc.assert(
      fc.property(rowAndLeaf, ({ row, leaf }) => {
        const changed = withLeaf(row, leaf.path, other(leaf.value));
        const turned = recordDiff(changed, row).map(({ path, name, before, after }) => {
          return { path, name, before: after, after: before };
        });
        expect(turned).toEqual(expect.arrayContaining(recordDiff(row, changed)));
        expect(turned.length).toBe(recordDiff(row, changed).length);
      }),
    );
  });

  it("tells a quantity apart from its words and its rule", () => {
    const row = record.figures.find(({ quantity }) => quantity.rule !== null) as FigureRow;
    const raised: FigureRow = {
      ...row,
      quantity: { ...row.quantity, lower: 250, rule: { id: row.quantity.rule?.id ?? "", version: 2 } },
    };
    expect(recordDiff(row, raised).map(({ path }) => path)).toEqual(["quantity", "quantity.rule"]);
  });

  it("tells a text by its language, a citation by its source, a list of references as a whole", () => {
    const row = record.actions.find(({ workforceIds }) => workforceIds.length > 0) as ActionRow;
    const changed: ActionRow = {
      ...row,
      site: { ...row.site, ru: "У акимата" },
      workforceIds: [...row.workforceIds, "KZ22-W99"],
      citations: row.citations.slice(1),
      period: { ...row.period, openEnd: !row.period.openEnd },
    };
    expect(recordDiff(row, changed).map(({ path }) => path)).toEqual([
      "site.ru",
      "openEnd",
      "workforceIds",
      `citations.${row.citations[0]?.sourceId}`,
    ]);
    expect(recordDiff(row, changed).at(-1)?.after).toBeNull();
  });

  it("names a retraction by the state alone", () => {
    const [row] = record.figures;
    if (row === undefined) throw new Error("There are no figures.");
    const retracted = { ...row, state: "retracted" as const, retractedReason: "Counted twice." };
    expect(recordDiff(row, retracted)).toEqual([
      {
        path: "state",
        name: "state",
        before: { is: "choice", value: "published" },
        after: { is: "choice", value: "retracted" },
      },
    ]);
  });

  it("tells words that were taken down once, whatever languages their mark stands in", () => {
    const [row] = record.figures;
    if (row === undefined) throw new Error("There are no figures.");
    const notes = (one: Texts | null, other: Texts | null) =>
      recordDiff({ ...row, note: one }, { ...row, note: other }).map(({ path, before, after }) => [
        path,
        before,
        after,
      ]);
    const withheld = { is: "withheld" };
    const said = { is: "text", text: "Of all shifts.", language: "ru" };
    const again = { ru: "Of all shifts." };
    expect(notes(WITHHELD_TEXTS, again)).toEqual([["note.ru", withheld, said]]);
    expect(notes(WITHHELD_TEXTS, { ...WITHHELD_TEXTS, ...again })).toEqual([["note.ru", withheld, said]]);
    expect(notes(again, WITHHELD_TEXTS)).toEqual([["note.ru", said, withheld]]);
    expect(notes(WITHHELD_TEXTS, null)).toEqual([["note", withheld, null]]);
    expect(notes(null, WITHHELD_TEXTS)).toEqual([["note", null, withheld]]);
    expect(notes(WITHHELD_TEXTS, WITHHELD_TEXTS)).toEqual([]);
  });

  it("has no value for what is empty", () => {
    for (const row of rows) for (const { value } of recordValues(row)) expect(value).not.toBeNull();
  });
});
