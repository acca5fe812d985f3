import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSolidarity } from "@/lib/features/solidarity/loaders";
import { networkView } from "@/lib/features/solidarity/view/network";
import { overTimeView } from "@/lib/features/solidarity/view/over-time";
import { readingContext } from "@/lib/features/waves/view/reading-context";
import { readingWords } from "@/lib/features/waves/view/reading-words";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { readRecordFiles } from "@/prisma/seed/record-files";
import {
  syntheticMoment,
  syntheticRecord,
  syntheticSolidarity,
  syntheticWorkforce,
} from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { textWidth } from "../charts/text-flow";
import { NAME_FACE, type NetworkLayout, networkLayout, WIDTHS } from "./network-layout";
import { overTimeLayout } from "./over-time-layout";

const record = waveRecordOfFiles(readRecordFiles());
const variants = ["narrow", "wide"] as const;
const cases = LOCALES.flatMap((locale) => variants.map((variant) => ({ locale, variant })));

function expectApart({ supporters, supported, strands, edges, height }: NetworkLayout) {
  for (const column of [supporters, supported]) {
    for (const [index, { top, bottom, name, place }] of column.entries()) {
      expect(top).toBeGreaterThanOrEqual(column[index - 1]?.bottom ?? 0);
      expect(bottom).toBeLessThanOrEqual(height);
      expect((name.length + place.length) * 15).toBeLessThanOrEqual(bottom - top);
    }
  }
  for (const { from, to } of strands) {
    expect([from.x > edges.left, to.x < edges.right, from.x < to.x]).toEqual([true, true, true]);
    for (const y of [from.y, to.y]) expect(y > 0 && y < height).toBe(true);
  }
  const places = (side: "from" | "to") => strands.map((strand) => strand[side].y);
  for (const side of ["from", "to"] as const) expect(new Set(places(side)).size).toBe(strands.length);
}

const contextIn = async (locale: Locale) => loadSolidarity(readingContext(record, await readingWords(locale)));

describe.each(cases)("in $locale, $variant", ({ locale, variant }) => {
  it("keeps the names of the network apart, uncut and inside their columns, each act on its own line", async () => {
    const context = await contextIn(locale);
    const layout = networkLayout(networkView(record.solidarity, context), variant);
    expectApart(layout);
    expect(layout.strands).toHaveLength(record.solidarity.length);
    const { left, right } = WIDTHS[variant];
    for (const [names, room] of [
      [layout.supporters, left],
      [layout.supported, right],
    ] as const) {
      for (const line of names.flatMap(({ name }) => name.map((pieces) => pieces.map(({ text }) => text).join("")))) {
        expect(line).not.toContain("…");
        expect(textWidth(line, NAME_FACE)).toBeLessThan(room);
      }
    }
  });

  it("keeps the lines of support over time apart and their marks on the days", async () => {
    const view = overTimeView(record.solidarity, await contextIn(locale));
    const { rows, plot, height } = overTimeLayout(view, variant);
    for (const [index, row] of rows.entries()) {
      expect(row.top).toBeGreaterThanOrEqual(rows[index - 1]?.bottom ?? 0);
      for (const y of row.actYs) expect(y > row.top && y < row.bottom).toBe(true);
      for (const { from, to } of view.rows[index]?.acts ?? []) {
        expect(plot.x(from)).toBeGreaterThanOrEqual(plot.left - 0.1);
        expect(plot.x(to)).toBeLessThanOrEqual(plot.right + 0.1);
      }
    }
    expect(height).toBeGreaterThanOrEqual(rows.at(-1)?.bottom ?? 0);
  });
});

const words = await readingWords("en");

describe("whatever was supported by whom", () => {
  const workforces = Array.from({ length: 8 }, (_, index) => syntheticWorkforce(`ZZ30-W${index + 1}`));
  const acts = fc
    .array(
      fc.record({ from: fc.nat(9), country: fc.constantFrom("ZZ", "FR", "TR"), day: fc.integer({ min: 1, max: 9 }) }),
      {
        minLength: 1,
        maxLength: 90,
      },
    )
    .map((all) =>
      all.map(({ from, country, day }, index) =>
        syntheticSolidarity(`ZZ30-L${index + 1}`, {
          workforceId: workforces[from]?.id ?? null,
          fromCountry: country,
          givenAt: syntheticMoment(day),
        }),
      ),
    );

  it("draws no more than there is room for, says how many are left, and draws the same thing the same way", async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (solidarity) => {
        const context = await loadSolidarity(readingContext(syntheticRecord({ workforces, solidarity }), words));
        const view = networkView(solidarity, context);
        expect(view.acts.length + view.left).toBe(solidarity.length);
        expect(view.acts.length).toBeLessThanOrEqual(60);
        const layout = networkLayout(view, "narrow");
        expectApart(layout);
        expect(networkLayout(networkView(solidarity.toReversed(), context), "narrow")).toEqual(layout);
        const abroad = view.groups.map(({ isAbroad }) => isAbroad);
        expect(abroad).toEqual(abroad.toSorted((a, b) => Number(a) - Number(b)));
      }),
      { numRuns: 30 },
    );
  });
});
