import fc from "fast-check";
import { expect, it } from "vitest";
import { totalsOf } from "@/lib/domain/totals";
import type { FigureRow, RecordRow, WaveRecord } from "@/lib/domain/wave-record";
import { syntheticAction, syntheticFigure, syntheticRecord, syntheticWorkforce } from "@/prisma/seed/synthetic-record";
import { asPublished } from "./as-published";
import type { CorrectionEntry } from "./correction-entry";
import { effectOf } from "./public-effect";

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 6 });

function recordOf(all: readonly number[]): WaveRecord {
  const figures = all.map((lower, index) =>
    syntheticFigure(`ZZ30-F${index + 1}`, {
      actionId: "ZZ30-A1",
      quantity: { ...syntheticFigure("ZZ30-F1").quantity, lower, upper: lower },
    }),
  );
  return syntheticRecord({
    workforces: [syntheticWorkforce("ZZ30-W1")],
    actions: [syntheticAction("ZZ30-A1")],
    figures,
  });
}

const none = { action: null, solidarity: null, plain: null, subject: null, proposal: null, comparison: null };
const correctionOf = (record: WaveRecord, base: RecordRow, proposed: RecordRow) =>
  ({
    ...none,
    correction: { record, base, now: base, proposed, isBehind: false, problems: [] } as unknown as CorrectionEntry,
  }) as const;

it("says of a retraction what would be said if the figure had never been there", () => {
  fc.assert(
    fc.property(numbers, fc.nat(5), (all, which) => {
      const record = recordOf(all);
      const base = record.figures[which % all.length] as FigureRow;
      const pair = asPublished(correctionOf(record, base, { ...base, state: "retracted", retractedReason: "x" }));
      const without = { ...record, figures: record.figures.filter(({ id }) => id !== base.id) };
      expect(pair && totalsOf(pair.after)).toEqual(totalsOf(without));
      expect(pair?.before).toBe(record);
    }),
  );
});

it("replaces one row and nothing else, and tells nothing of what was made against an older version", () => {
  const record = recordOf([10, 20]);
  const base = record.figures[0] as FigureRow;
  const proposed = { ...base, standing: "deprecated" as const };
  const about = correctionOf(record, base, proposed);
  const reviewed = { ...record, openCorrections: { [base.id]: [] } };
  expect(asPublished(correctionOf(reviewed, base, proposed))?.after).toEqual({
    ...record,
    figures: [proposed, record.figures[1]],
  });
  expect(asPublished({ ...about, correction: { ...about.correction, isBehind: true } })).toBeNull();
  expect(asPublished({ ...about, correction: null })).toBeNull();
});

it("names only the sentences that differ, also those that come or go", () => {
  const [one, other] = [
    { key: "a", text: "1" },
    { key: "b", text: "2" },
  ];
  expect(effectOf([one, other], [one, other])).toEqual([]);
  expect(effectOf([one], [{ key: "a", text: "3" }, other])).toEqual([
    { key: "a", before: "1", after: "3" },
    { key: "b", before: null, after: "2" },
  ]);
  expect(effectOf([one, other], [other])).toEqual([{ key: "a", before: "1", after: null }]);
});
