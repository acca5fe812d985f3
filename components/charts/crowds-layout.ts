import { CHART_WIDTHS, type ChartVariant, type LinkedText } from "@/lib/shared/chart/chart";
import type { CrowdDay, CrowdLine, CrowdsDrawing } from "@/lib/shared/chart/drawing";
import { flowText } from "./text-flow";

export const CROWD_AXIS = 30;
export const CLAIM_LEADING = 16;
export const NAME_FACE = { size: 12.5 };
export const SMALL_FACE = { size: 11.5 };
export const SMALL_LEADING = 15;
const NAME_COLUMN = 226;

export type LineLayout = { name: LinkedText[][]; nameY: number; firstY: number; bottom: number };
export type DayLayout = {
  top: number;
  bottom: number;
  titleY: number;
  total: LinkedText[][];
  totalY: number;
  lines: LineLayout[];
  unknownY: number;
  unknown: LinkedText[][];
  names: LinkedText[][];
};
export type CrowdsLayout = {
  width: number;
  height: number;
  plotLeft: number;
  plotWidth: number;
  days: DayLayout[];
};

/** One block per day: its total, a line per gathering, then everything nobody has counted. */
export function crowdsLayout({ days }: CrowdsDrawing, variant: ChartVariant): CrowdsLayout {
  const width = CHART_WIDTHS[variant];
  const plotLeft = variant === "wide" ? NAME_COLUMN : 10;
  let top = CROWD_AXIS + 4;
  const placed = days.map((day) => {
    const layout = dayLayout(day, { top, width, variant });
    top = layout.bottom;
    return layout;
  });
  return { width, height: Math.ceil(top) + 2, plotLeft, plotWidth: width - plotLeft - 14, days: placed };
}

type DayPlace = { top: number; width: number; variant: ChartVariant };

function dayLayout(day: CrowdDay, { top, width, variant }: DayPlace): DayLayout {
  const inner = width - 12;
  const titleY = top + 21;
  const total = day.total
    ? flowText([{ text: day.total, href: null }], { width: inner, face: SMALL_FACE, maxLines: 3 })
    : [];
  const totalY = titleY + 17;
  let y = titleY + 9 + total.length * SMALL_LEADING;
  const lines = day.lines.map((line) => {
    const layout = lineLayout(line, y, variant);
    y = layout.bottom;
    return layout;
  });
  const unknownY = y + 17;
  const flow = (pieces: LinkedText[], maxLines: number) =>
    flowText(pieces, { width: inner - 30, face: SMALL_FACE, maxLines });
  const unknown = day.unknown ? flow([{ text: day.unknown.text, href: null }], 2) : [];
  const names = day.unknown ? flow(day.unknown.names, 40) : [];
  const bottom = day.unknown ? unknownY + (unknown.length + names.length - 1) * SMALL_LEADING + 12 : y + 8;
  return { top, bottom, titleY, total, totalY, lines, unknownY, unknown, names };
}

function lineLayout(line: CrowdLine, top: number, variant: ChartVariant): LineLayout {
  const wide = variant === "wide";
  const width = wide ? NAME_COLUMN - 24 : CHART_WIDTHS.narrow - 14;
  const name = flowText([line.name], { width, face: NAME_FACE, maxLines: 2 });
  const nameY = top + 15;
  const firstY = wide ? top + 11 : nameY + (name.length - 1) * SMALL_LEADING + 14;
  const claims = firstY + (line.claims.length - 1) * CLAIM_LEADING + (wide ? 11 : 9);
  return { name, nameY, firstY, bottom: Math.max(claims, wide ? nameY + (name.length - 1) * SMALL_LEADING + 7 : 0) };
}
