import { axisHeight } from "@/components/charts/day-labels";
import type { Plot } from "@/components/charts/plot";
import { NOTE_LINE } from "@/components/charts/time-notes";
import type { JoiningBar, JoiningChart, JoiningLane } from "@/lib/features/regions/view/joining-chart";

export type JoiningVariant = "narrow" | "wide";

/** Where the place in the order, the bracket of a tie and the name of a region stand. */
export const COLUMNS = { place: 17, tie: 37, name: 45 };

const SIZES = {
  narrow: { width: 344, left: 188, row: 24 },
  wide: { width: 800, left: 236, row: 24 },
} as const;

export type PlacedLane = { lane: JoiningLane; top: number; middle: number; bottom: number };
/** Rows that nobody can put in order, from the first of them to the last. */
export type TieBracket = { rank: number; top: number; bottom: number };

export type JoiningLayout = {
  width: number;
  height: number;
  axisBottom: number;
  notesY: number;
  plot: Plot;
  lanes: PlacedLane[];
  ties: TieBracket[];
};

export function joiningLayout({ axis, notes, rows }: JoiningChart, variant: JoiningVariant): JoiningLayout {
  const { width, left, row } = SIZES[variant];
  const right = width - 1;
  const scale = (right - left) / Math.max(1, axis.end - axis.start);
  const axisBottom = axisHeight(axis.days, right - left);
  const top = axisBottom + notes.length * NOTE_LINE + 4;
  const lanes = rows.map((lane, index) => ({
    lane,
    top: top + index * row,
    middle: top + index * row + row / 2,
    bottom: top + (index + 1) * row,
  }));
  return {
    ...{ width, axisBottom, notesY: axisBottom + 14 },
    height: top + rows.length * row + 2,
    plot: { x: (at) => left + (at - axis.start) * scale, left, right },
    lanes,
    ties: tiesOf(lanes),
  };
}

function tiesOf(lanes: readonly PlacedLane[]): TieBracket[] {
  const joined = lanes.filter((one): one is PlacedLane & { lane: { bar: JoiningBar } } => one.lane.bar !== null);
  const byRank = Map.groupBy(joined, ({ lane }) => lane.bar.rank);
  return [...byRank].flatMap(([rank, tied]) => {
    const [first, last] = [tied[0], tied.at(-1)];
    return first && last && tied.length > 1 ? { rank, top: first.middle - 6, bottom: last.middle + 6 } : [];
  });
}
