import { CHART_WIDTHS, type ChartVariant, type LinkedText } from "@/lib/shared/chart/chart";
import type { ParticipationDrawing, ParticipationRow } from "@/lib/shared/chart/drawing";
import { axisHeight } from "./day-labels";
import { flowText } from "./text-flow";
import { NOTE_LINE } from "./time-notes";

export const BAR = 15;
export const SCALE = 52;
const LABEL_COLUMN = 252;

export type RowLayout = {
  top: number;
  bottom: number;
  name: LinkedText[][];
  nameY: number;
  details: LinkedText[][];
  detailsY: number;
  /** Top of the area of each scale, in the order of `row.scales`; each is `SCALE` high. */
  scaleTops: number[];
  barY: number;
  remarkY: number;
  undated: LinkedText[][];
  undatedY: number;
};

export type ParticipationLayout = {
  width: number;
  height: number;
  plotLeft: number;
  plotWidth: number;
  plotHeight: number;
  /** First line of the notes on the axis, above the first row. */
  notesY: number;
  axisHeight: number;
  rows: RowLayout[];
};

export const NAME_FACE = { size: 13.5, bold: true };
export const DETAIL_FACE = { size: 11.5 };
export const NAME_LEADING = 16.5;
export const DETAIL_LEADING = 14.5;

/** Where everything stands, in pixels of the drawing. Labels beside the bars when wide, above them when narrow. */
export function participationLayout(drawing: ParticipationDrawing, variant: ChartVariant): ParticipationLayout {
  const { rows, notes, axis } = drawing;
  const width = CHART_WIDTHS[variant];
  const wide = variant === "wide";
  const plotLeft = wide ? LABEL_COLUMN : 0;
  const plotWidth = width - plotLeft - 1;
  const axisBottom = axisHeight(axis.days, plotWidth);
  let top = axisBottom + (notes.length > 0 ? 4 + notes.length * NOTE_LINE : 6);
  const placed = rows.map((row) => {
    const layout = wide ? wideRow(row, top, plotWidth) : narrowRow(row, top, width);
    top = layout.bottom;
    return layout;
  });
  return {
    width,
    height: Math.ceil(top) + 2,
    plotLeft,
    plotWidth,
    plotHeight: Math.ceil(top) - axisBottom,
    notesY: axisBottom + 15,
    axisHeight: axisBottom,
    rows: placed,
  };
}

function labelOf(row: ParticipationRow, width: number, maxLines: number) {
  return {
    name: flowText([row.name], { width, face: NAME_FACE, maxLines }),
    details: flowText(row.details, { width, face: DETAIL_FACE, maxLines: 4 }),
  };
}

function wideRow(row: ParticipationRow, top: number, plotWidth: number): RowLayout {
  const { name, details } = labelOf(row, LABEL_COLUMN - 22, 3);
  const nameY = top + 20;
  const detailsY = nameY + name.length * NAME_LEADING - 1;
  const labelBottom = detailsY + (details.length - 1) * DETAIL_LEADING + 12;
  const marks = stack(row, top + 12, plotWidth);
  return { ...marks, top, bottom: Math.max(labelBottom, marks.bottom), name, nameY, details, detailsY };
}

function narrowRow(row: ParticipationRow, top: number, width: number): RowLayout {
  const { name, details } = labelOf(row, width - 4, 2);
  const nameY = top + 19;
  const detailsY = nameY + name.length * NAME_LEADING - 1;
  const below = detailsY + (details.length - 1) * DETAIL_LEADING + 8;
  return { ...stack(row, below, width), top, name, nameY, details, detailsY };
}

/** Scales stand on the bar; the words for what has no date stand in its place or under it, then the remark. */
function stack(row: ParticipationRow, from: number, width: number) {
  const scaleTops = row.scales.map((_, index) => from + 6 + index * (SCALE + 16));
  const lastTop = scaleTops.at(-1);
  const barY = lastTop === undefined ? from : lastTop + SCALE;
  const undated =
    row.undated.length === 0 ? [] : flowText(row.undated, { width: width - 4, face: DETAIL_FACE, maxLines: 3 });
  const undatedY = row.bars.length > 0 ? barY + BAR + 14 : barY + 11;
  const below = undatedY + undated.length * DETAIL_LEADING;
  const remarkY = undated.length > 0 ? Math.max(below, barY + BAR + 3) : barY + BAR + 14;
  const last = row.remark ? remarkY : undated.length > 0 ? below - DETAIL_LEADING : barY + BAR + 4;
  return { scaleTops, barY, undated, undatedY, remarkY, bottom: Math.max(last, barY + BAR) + 9 };
}
