import fc from "fast-check";
import { expect, it } from "vitest";
import type { ReachBar } from "@/lib/shared/chart/drawing";
import { BAR_LABEL, type PlacedBar, placeBars } from "./reach-layout";
import { textWidth } from "./text-flow";

const bar = (at: number, sure: number, possible: number): ReachBar => ({
  ...{ id: `${at}-${sure}-${possible}`, href: "/", title: "", at, sure, possible },
  label: possible === 0 ? String(sure) : `${sure}–${sure + possible}`,
});
const counts = fc.record({ sure: fc.integer({ min: 0, max: 20 }), possible: fc.integer({ min: 0, max: 20 }) });
const days = fc.array(fc.tuple(counts, counts), { minLength: 1, maxLength: 40 });

it("never lets two numbers touch, and draws no bar where nothing was reported", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 8, max: 60 }), (given, dayWidth) => {
      const [strikes, rallies] = [0, 1].map((side) =>
        given.map((day, at) => bar(at, day[side as 0 | 1].sure, day[side as 0 | 1].possible)),
      );
      const panel = { id: "regions" as const, title: "", strikes: strikes ?? [], rallies: rallies ?? [] };
      const barWidth = Math.min(17, dayWidth * 0.4);
      const placed = placeBars(panel, {
        x: (at) => at * dayWidth,
        toY: (value) => 200 - value * 4,
        barWidth,
        ceiling: 20,
      });
      expect(placed.every((one) => one.mostY < 200)).toBe(true);
      const boxes = placed.flatMap((one) => boxOf(one) ?? []);
      for (const [index, a] of boxes.entries()) {
        for (const b of boxes.slice(index + 1)) {
          expect(a.left < b.right && b.left < a.right && Math.abs(a.y - b.y) < 11).toBe(false);
        }
      }
    }),
  );
});

it("writes two numbers that would read as one over each other", () => {
  const panel = { id: "regions" as const, title: "", strikes: [bar(0, 1, 0)], rallies: [bar(0, 0, 1)] };
  const ground = { x: () => 50, toY: (value: number) => 200 - value * 10, barWidth: 16 };
  const placed = placeBars(panel, { ...ground, ceiling: 20 });
  expect(placed.map(({ label }) => label?.lift)).toEqual([0, 12]);
  expect(placeBars(panel, { ...ground, ceiling: 180 }).map(({ label }) => label?.lift)).toEqual([0, undefined]);
});

it("labels every bar where there is room", () => {
  const panel = { id: "places" as const, title: "", strikes: [bar(0, 5, 1)], rallies: [bar(0, 11, 0)] };
  const placed = placeBars(panel, { x: () => 50, toY: (value) => 200 - value * 10, barWidth: 17, ceiling: 20 });
  expect(placed.map(({ tone, sureY, mostY, label }) => [tone, sureY, mostY, label?.y])).toEqual([
    ["strike", 150, 140, 136],
    ["rally", 90, 90, 86],
  ]);
});

function boxOf({ bar: { label: text }, label }: PlacedBar) {
  if (label === null) return null;
  const half = textWidth(text, BAR_LABEL) / 2;
  return { left: label.x - half, right: label.x + half, y: label.y };
}
