import { describe, expect, it } from "vitest";
import { chartView } from "@/lib/features/figures/view";
import { viewWords } from "@/lib/features/figures/view/view-words";
import { CHART_VARIANTS, CHART_WIDTHS } from "@/lib/shared/chart/chart";
import { niceMaximum } from "@/lib/shared/chart/nice-scale";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { crowdsLayout, SMALL_FACE, SMALL_LEADING } from "./crowds-layout";
import { dayLabels } from "./day-labels";
import { BAR, DETAIL_LEADING, NAME_FACE, NAME_LEADING, participationLayout } from "./participation-layout";
import { PANEL, placeBars } from "./reach-layout";
import { textWidth } from "./text-flow";

const record = waveRecordOfFiles(readRecordFiles());
const cases = LOCALES.flatMap((locale) => CHART_VARIANTS.map((variant) => ({ locale, variant })));
const textOf = (line: { text: string }[]) => line.map(({ text }) => text).join("");

describe.each(cases)("in $locale, $variant", ({ locale, variant }) => {
  it("keeps labels, bars and remarks of a workforce inside its row, and uncut", async () => {
    const { drawing } = chartView("participation", record, viewWords(locale, await readMessages(locale)));
    if (drawing.kind !== "participation") throw new Error("another chart");
    const { rows, plotLeft, width } = participationLayout(drawing, variant);
    for (const [index, row] of rows.entries()) {
      expect(row.top).toBe(index === 0 ? row.top : rows[index - 1]?.bottom);
      const detailsEnd = row.detailsY + (row.details.length - 1) * DETAIL_LEADING;
      expect(row.nameY + row.name.length * NAME_LEADING - 4).toBeLessThanOrEqual(row.detailsY + 4);
      expect(detailsEnd).toBeLessThan(row.bottom);
      expect(row.barY + BAR).toBeLessThan(row.remarkY);
      expect(row.remarkY).toBeLessThan(row.bottom + 6);
      if (plotLeft === 0) expect(detailsEnd).toBeLessThan(row.scaleTops[0] ?? row.barY);
      const room = plotLeft === 0 ? width : plotLeft;
      for (const line of row.name) expect(textWidth(textOf(line), NAME_FACE)).toBeLessThan(room);
      expect([...row.name, ...row.details].map(textOf).join(" ")).not.toContain("…");
    }
  });

  it("keeps every claim of a crowd apart from the next, inside the drawing and uncut", async () => {
    const { drawing } = chartView("crowds", record, viewWords(locale, await readMessages(locale)));
    if (drawing.kind !== "crowds") throw new Error("another chart");
    const claims = crowdsLayout(drawing, variant).days.flatMap((day) => day.lines.flatMap((line) => line.claims));
    let below = 0;
    for (const { labelY, label, x, anchor } of claims) {
      expect(labelY - SMALL_FACE.size).toBeGreaterThanOrEqual(below - 1);
      below = labelY + (label.length - 1) * SMALL_LEADING;
      for (const line of label.map(textOf)) {
        const [left, right] =
          anchor === "start" ? [x, x + textWidth(line, SMALL_FACE)] : [x - textWidth(line, SMALL_FACE), x];
        expect(left).toBeGreaterThanOrEqual(-1);
        expect(right).toBeLessThanOrEqual(CHART_WIDTHS[variant] + 1);
        expect(line).not.toContain("…");
      }
    }
    expect(claims.length).toBeGreaterThan(10);
  });
});

describe.each(CHART_VARIANTS)("reach of the real record, %s", (variant) => {
  it("writes a number at every bar", async () => {
    const { drawing } = chartView("reach", record, viewWords("en", await readMessages("en")));
    if (drawing.kind !== "reach") throw new Error("another chart");
    const { axis, panels } = drawing;
    const room = CHART_WIDTHS[variant] - 27;
    const x = (at: number) => ((at - axis.start) / (axis.end - axis.start)) * room;
    const barWidth = Math.min(17, (room / axis.days.length) * 0.4);
    const all = panels.flatMap(({ strikes, rallies }) => [...strikes, ...rallies]);
    const max = niceMaximum(all.map(({ sure, possible }) => sure + possible));
    for (const panel of panels) {
      const toY = (value: number) => (1 - value / max) * PANEL[variant];
      const bars = placeBars(panel, { x, toY, barWidth, ceiling: -22 });
      expect(bars.length).toBeGreaterThan(5);
      expect(bars.filter(({ label }) => label === null).map(({ bar }) => bar.id)).toEqual([]);
    }
  });
});

describe("dayLabels", () => {
  const days = Array.from({ length: 60 }, (_, index) => ({
    ...{ start: index * 10, end: index * 10 + 10, label: `${index + 1} January`, number: String(index + 1) },
    month: index === 0 ? "January" : null,
  }));

  it("never lets two labels meet, however many days there are", () => {
    for (const width of [300, 630, 2000, 8000]) {
      const labels = dayLabels(days, width);
      const perDay = width / days.length;
      const apart = ((labels[1]?.at ?? 0) - (labels[0]?.at ?? 0)) / 10;
      for (const { text } of labels) expect(textWidth(text, { size: 11.5 })).toBeLessThan(apart * perDay);
    }
  });
});
