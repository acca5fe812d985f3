import type { ReachBar, ReachPanel } from "@/lib/shared/chart/drawing";
import { textWidth } from "./text-flow";

/** The height of a panel. */
export const PANEL = { narrow: 112, wide: 132 };
export const BAR_LABEL = { size: 10.5 };

export type PlacedBar = {
  bar: ReachBar;
  tone: "strike" | "rally";
  x: number;
  /** Top of what is sure, and of what may be on top of it. */
  sureY: number;
  mostY: number;
  /** Where its number is written; null where there is no room for it at all: the title and the table have it. */
  label: PlacedLabel | null;
};
/** `lift` is how far above its usual place it stands, over other bars and numbers: a line leads back to its bar. */
export type PlacedLabel = { x: number; y: number; lift: number };

/** Closer than this, "0–1" beside "1" would read as one number. */
const APART = 9;

type Box = { left: number; right: number; top: number; bottom: number };
/** `ceiling` is as high as a number may stand. */
type Ground = { x: (at: number) => number; toY: (value: number) => number; barWidth: number; ceiling: number };

/** Strikes left of the middle of their day, rallies right of it. A day without reports has no bar: it is not a zero. */
export function placeBars(panel: ReachPanel, { x, toY, barWidth, ceiling }: Ground): PlacedBar[] {
  const place = (tone: PlacedBar["tone"], bar: ReachBar): PlacedBar => ({
    bar,
    tone,
    x: x(bar.at) + (tone === "strike" ? -barWidth - 0.8 : 0.8),
    sureY: toY(bar.sure),
    mostY: toY(bar.sure + bar.possible),
    label: null,
  });
  const bars = panel.strikes
    .flatMap((strikes, index) => {
      const rallies = panel.rallies[index];
      return [place("strike", strikes), ...(rallies ? [place("rally", rallies)] : [])];
    })
    .filter(({ bar }) => bar.sure + bar.possible > 0);
  label(bars, { barWidth, bottom: toY(0), ceiling });
  return bars;
}

const LIFT = 12;

type Room = { barWidth: number; bottom: number; ceiling: number };

/** The highest bars first: a number that would touch another number or bar stands aside of its bar or higher. */
function label(bars: readonly PlacedBar[], room: Room): void {
  const taken: Box[] = [];
  for (const placed of bars.toSorted((a, b) => a.mostY - b.mostY)) {
    const bodies = bars
      .filter((other) => other !== placed)
      .map((other) => ({ left: other.x, right: other.x + room.barWidth, top: other.mostY, bottom: room.bottom }));
    const free = placesFor(placed, room).find(({ box }) => ![...taken, ...bodies].some((other) => touches(box, other)));
    if (free === undefined) continue;
    placed.label = free.label;
    taken.push({ ...free.box, left: free.box.left - APART, right: free.box.right + APART });
  }
}

/** The places a number can have, the best first: over its bar, then away from the middle of its day, then higher. */
function placesFor({ bar, tone, x, mostY }: PlacedBar, { barWidth, ceiling }: Room) {
  const half = textWidth(bar.label, BAR_LABEL) / 2;
  const middle = x + barWidth / 2;
  const aside = tone === "strike" ? x + barWidth - half : x + half;
  const lifts = Array.from({ length: Math.max(1, Math.floor((mostY - 14 - ceiling) / LIFT) + 1) }, (_, n) => n * LIFT);
  return lifts.flatMap((lift) =>
    [middle, aside].map((at) => ({
      label: { x: at, y: mostY - 4 - lift, lift },
      box: { left: at - half, right: at + half, top: mostY - 14 - lift, bottom: mostY - 3 - lift },
    })),
  );
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
