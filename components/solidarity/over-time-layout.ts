import { axisHeight } from "@/components/charts/day-labels";
import type { Plot } from "@/components/charts/plot";
import { flowText } from "@/components/charts/text-flow";
import { NOTE_LINE } from "@/components/charts/time-notes";
import type { OverTimeView } from "@/lib/features/solidarity/view/over-time";
import type { LinkedText } from "@/lib/shared/chart/chart";
import { NAME_FACE, type NetworkVariant, PLACE_FACE, WIDTHS } from "./network-layout";

export const LEADING = 15;
/** Acts of one supporter that may have been at the same time stand on lines of their own. */
const LINE = 17;

export type RowLayout = {
  key: string;
  top: number;
  bottom: number;
  isFirstAbroad: boolean;
  name: LinkedText[][];
  nameY: number;
  /** The middle of the line of each act, in the order of `row.acts`. */
  actYs: number[];
  /** Baseline of what is said where nothing is drawn. */
  remarkY: number;
};

export type OverTimeLayout = {
  width: number;
  height: number;
  axisHeight: number;
  notesY: number;
  plot: Plot;
  rows: RowLayout[];
};

/** Names beside their lines when wide, above them when narrow. */
export function overTimeLayout({ axis, notes, rows }: OverTimeView, variant: NetworkVariant): OverTimeLayout {
  const { width } = WIDTHS[variant];
  const left = variant === "wide" ? WIDTHS.wide.left : 0;
  const right = width - 1;
  const scale = (right - left) / Math.max(1, axis.end - axis.start);
  const plot: Plot = { x: (at) => left + (at - axis.start) * scale, left, right };
  const axisBottom = axisHeight(axis.days, right - left);
  let top = axisBottom + notes.length * NOTE_LINE + 8;
  const placed = rows.map(({ key, name: text, href, place, isAbroad, acts }, index): RowLayout => {
    const isFirstAbroad = isAbroad && rows[index - 1]?.isAbroad !== true;
    const room = variant === "wide" ? left - 12 : width;
    const name = [
      ...flowText([{ text, href }], { width: room, face: NAME_FACE, maxLines: 3 }),
      ...flowText([{ text: place, href: null }], { width: room, face: PLACE_FACE, maxLines: 1 }),
    ];
    const lines = linesOf(acts);
    const named = name.length * LEADING;
    const actsTop = variant === "wide" ? top + 4 : top + named + 4;
    const drawn = (Math.max(0, ...lines) + 1) * LINE;
    const bottom = variant === "wide" ? top + Math.max(named, drawn) + 8 : actsTop + drawn + 6;
    const row = { key, top, bottom, isFirstAbroad, name, nameY: top + 14 };
    top = bottom;
    return { ...row, remarkY: actsTop + LINE / 2 + 4, actYs: lines.map((line) => actsTop + line * LINE + LINE / 2) };
  });
  return { width, height: Math.ceil(top) + 2, axisHeight: axisBottom, notesY: axisBottom + 14, plot, rows: placed };
}

/** The first line on which nothing else may have been at the same time. */
function linesOf(acts: readonly { from: number; to: number }[]): number[] {
  const ends: number[] = [];
  return acts.map(({ from, to }) => {
    const free = ends.findIndex((end) => end < from);
    const line = free === -1 ? ends.length : free;
    ends[line] = to;
    return line;
  });
}
