import type { ReachBar, ReachPanel } from "@/lib/shared/chart/drawing";
import { textWidth } from "./text-flow";

export const BAR_LABEL = { size: 10.5 };

export type PlacedBar = {
  bar: ReachBar;
  tone: "strike" | "rally";
  x: number;
  /** Top of what is sure, and of what may be on top of it. */
  sureY: number;
  mostY: number;
  /** False where the number would touch another one: the title and the table have it. */
  labelled: boolean;
};

/** Closer than this, "0–1" beside "1" would read as one number. */
const APART = 9;

type Box = { left: number; right: number; top: number; bottom: number };
type Ground = { x: (at: number) => number; toY: (value: number) => number; barWidth: number };

/** Strikes left of the middle of their day, rallies right of it. A day without reports has no bar: it is not a zero. */
export function placeBars(panel: ReachPanel, { x, toY, barWidth }: Ground): PlacedBar[] {
  const place = (tone: PlacedBar["tone"], bar: ReachBar): PlacedBar => ({
    bar,
    tone,
    x: x(bar.at) + (tone === "strike" ? -barWidth - 0.8 : 0.8),
    sureY: toY(bar.sure),
    mostY: toY(bar.sure + bar.possible),
    labelled: false,
  });
  const bars = panel.strikes
    .flatMap((strikes, index) => {
      const rallies = panel.rallies[index];
      return [place("strike", strikes), ...(rallies ? [place("rally", rallies)] : [])];
    })
    .filter(({ bar }) => bar.sure + bar.possible > 0);
  label(bars, barWidth, toY(0));
  return bars;
}

/** The highest bars first; a number stays away where it would touch another number or another bar. */
function label(bars: readonly PlacedBar[], barWidth: number, bottom: number): void {
  const taken: Box[] = [];
  for (const placed of bars.toSorted((a, b) => a.mostY - b.mostY)) {
    const middle = placed.x + barWidth / 2;
    const half = textWidth(placed.bar.label, BAR_LABEL) / 2;
    const box = { left: middle - half, right: middle + half, top: placed.mostY - 14, bottom: placed.mostY - 3 };
    const bodies = bars
      .filter((other) => other !== placed)
      .map((other) => ({ left: other.x, right: other.x + barWidth, top: other.mostY, bottom }));
    placed.labelled = ![...taken, ...bodies].some((other) => touches(box, other));
    if (placed.labelled) taken.push({ ...box, left: box.left - APART, right: box.right + APART });
  }
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
