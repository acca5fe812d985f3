import { describe, expect, it } from "vitest";
import { exact, range, unknown } from "@/lib/domain/quantity";
import { chartView } from "@/lib/features/figures/view";
import { viewWords } from "@/lib/features/figures/view/view-words";
import { CHART_KINDS, CHART_VARIANTS, CHART_WIDTHS, type ChartVariant } from "@/lib/shared/chart/chart";
import type { ChartDrawing } from "@/lib/shared/chart/drawing";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { readMessages } from "@/lib/shared/i18n/messages";
import { readRecordFiles } from "@/prisma/seed/record-files";
import {
  syntheticAction,
  syntheticCut,
  syntheticFigure,
  syntheticMoment,
  syntheticRecord,
  syntheticWorkforce,
} from "@/prisma/seed/synthetic-record";
import { waveRecordOfFiles } from "@/prisma/seed/wave-record-of-files";
import { drawChart } from "./drawing-worker";

const record = waveRecordOfFiles(readRecordFiles());
const english = viewWords("en", await readMessages("en"));

async function draw(drawing: ChartDrawing, variant: ChartVariant): Promise<string> {
  const svg = await drawChart(drawing, variant);
  if (svg === null) throw new Error("There is no drawing.");
  return svg.replaceAll(/='([^']*)'/g, '="$1"');
}

const hrefs = (svg: string) =>
  [...svg.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href?.replaceAll("&amp;", "&"));
/** Elements closed in the order they were opened: what a reader of XML asks for. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, closing, name, rest] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:[^>"]|"[^"]*")*)>/g)) {
    if (closing === "/") {
      if (open.pop() !== name) return false;
    } else if (!rest?.endsWith("/") && name) open.push(name);
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;|#\d+;)/.test(svg);
}

describe.each(CHART_KINDS)("the drawing of %s", (kind) => {
  it.each(LOCALES)("is plain, whole and its own in both widths, in %s", { timeout: 30_000 }, async (locale) => {
    const { drawing } = chartView(kind, record, viewWords(locale, await readMessages(locale)));
    const drawn = await Promise.all(CHART_VARIANTS.map((variant) => draw(drawing, variant)));
    for (const [index, svg] of drawn.entries()) {
      expect(svg.match(/\sstyle=|recharts|<script|NaN|undefined/g)).toBeNull();
      expect(svg.split("viewBox=")[1]?.split(" ")[2]).toBe(String(CHART_WIDTHS[CHART_VARIANTS[index] ?? "wide"]));
      expect(isWellFormed(svg)).toBe(true);
      for (const [, id] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg.includes(`id="${id}"`), id).toBe(true);
    }
    const ids = drawn.map((svg) => [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    expect(ids[0]?.filter((id) => ids[1]?.includes(id))).toEqual([]);
  });
});

describe("the drawing of participation", () => {
  it("leads from every bar and point to its claims, each said in words", async () => {
    const { drawing } = chartView("participation", record, english);
    if (drawing.kind !== "participation") throw new Error("another chart");
    const svg = await draw(drawing, "wide");
    const marks = drawing.rows.flatMap((row) => [...row.bars, ...row.scales.flatMap((scale) => scale.points)]);
    expect(hrefs(svg)).toEqual(expect.arrayContaining(marks.map((mark) => mark.href)));
    expect(svg.match(/<title>/g)).toHaveLength(marks.length);
    expect(svg).toContain("no one has reported a number");
  });

  const workforces = [syntheticWorkforce("W1")];
  const actions = [syntheticAction("A1", { workforceIds: ["W1"] })];
  const about = { actionId: "A1", workforceId: "W1" };
  const svgOf = (figures: ReturnType<typeof syntheticFigure>[]) =>
    draw(chartView("participation", syntheticRecord({ workforces, actions, figures }), english).drawing, "wide");

  it("hatches a strike without a number and fills one with a number", async () => {
    const hatched = await svgOf([syntheticFigure("F1", { ...about, quantity: unknown("not_reported", "people") })]);
    expect(hatched).toMatch(/fill="url\(#\w+-strike\)"/);
    const filled = await svgOf([syntheticFigure("F1", { ...about, quantity: exact(0, "people") })]);
    expect(filled).not.toMatch(/fill="url\(#\w+-strike\)"/);
  });

  it("draws a disputed figure open and dashed, and one that stands filled", async () => {
    const glyphOf = (svg: string) => /<path [^>]*transform="[^"]*"[^>]*>/.exec(svg)?.[0] ?? "";
    const quantity = range(10, 20, "people");
    const disputed = await svgOf([syntheticFigure("F1", { ...about, quantity, disputed: true })]);
    expect(glyphOf(disputed)).toMatch(/fill="var\(--paper\)".*stroke-dasharray/);
    const standing = await svgOf([syntheticFigure("F1", { ...about, quantity })]);
    expect(glyphOf(standing)).toContain('fill="var(--ink)"');
    expect(glyphOf(standing)).not.toContain("stroke-dasharray");
  });

  it("lays dots over a day of a cut only", async () => {
    const of = (coverageNotes: ReturnType<typeof syntheticCut>[]) =>
      draw(
        chartView("participation", syntheticRecord({ workforces, actions, coverageNotes }), english).drawing,
        "wide",
      );
    expect(await of([])).not.toMatch(/fill="url\(#\w+-veil\)"/);
    expect(await of([syntheticCut("C1", 2, 3)])).toMatch(/fill="url\(#\w+-veil\)"/);
  });

  it("escapes what a name holds", async () => {
    const name = '<script>alert(1)</script> & "x"';
    const named = [syntheticWorkforce("W1", { names: { en: name } })];
    const parts = {
      workforces: named,
      actions,
      figures: [syntheticFigure("F1", { ...about, asOf: syntheticMoment(1) })],
    };
    const svg = await draw(chartView("participation", syntheticRecord(parts), english).drawing, "wide");
    expect(svg).not.toContain("<script");
    expect(isWellFormed(svg)).toBe(true);
  });
});

it("gives the same drawing again from what it kept, without waiting", async () => {
  const { drawing } = chartView("reach", record, english);
  const first = await drawChart(drawing, "wide");
  // Whatever asks a worker takes at least a turn of the event loop.
  const aTurn = new Promise((resolve) => setImmediate(resolve));
  expect(await Promise.race([drawChart(drawing, "wide"), aTurn])).toBe(first);
});

it("answers null for what cannot be drawn, and draws the next", async () => {
  const broken = { kind: "participation", axis: null, veils: [], notes: [], rows: [] } as unknown as ChartDrawing;
  expect(await drawChart(broken, "wide")).toBeNull();
  expect(await drawChart(chartView("crowds", record, english).drawing, "wide")).toContain("<svg");
});
