import { CHART_WIDTHS, type ChartVariant, type LinkedText } from "@/lib/shared/chart/chart";
import type { CrowdClaim, CrowdDay, CrowdLine, CrowdsDrawing } from "@/lib/shared/chart/drawing";
import { flowText, textWidth } from "./text-flow";

export const CROWD_AXIS = 30;
export const NAME_FACE = { size: 12.5 };
export const SMALL_FACE = { size: 11.5 };
export const SMALL_LEADING = 15;
/** How far an arrow reaches from a claim that is open upwards. */
export const ARROW = 19;
/** Half of the last number on the axis. */
export const EDGE = 22;
const NAME_COLUMN = 226;
const GLYPH = 12;

export type ClaimLayout = { y: number; x: number; anchor: "start" | "end"; label: LinkedText[][]; labelY: number };
export type LineLayout = { name: LinkedText[][]; nameY: number; claims: ClaimLayout[]; bottom: number };
export type DayLayout = {
  top: number;
  bottom: number;
  titleY: number;
  veil: LinkedText[][];
  veilY: number;
  total: LinkedText[][];
  totalY: number;
  lines: LineLayout[];
  unknownY: number;
  unknown: LinkedText[][];
  names: LinkedText[][];
};
export type CrowdsLayout = { width: number; height: number; plotLeft: number; plotWidth: number; days: DayLayout[] };

/** The frame of one drawing: its plot runs from 0 at `left` to `max` at `left + span`. */
type Frame = { wide: boolean; width: number; left: number; span: number; max: number };

/** One block per day: its total, a line per gathering, then everything nobody has counted. */
export function crowdsLayout({ days, max }: CrowdsDrawing, variant: ChartVariant): CrowdsLayout {
  const width = CHART_WIDTHS[variant];
  const wide = variant === "wide";
  const left = wide ? NAME_COLUMN : 10;
  const frame: Frame = { wide, width, left, span: width - left - EDGE, max };
  let top = CROWD_AXIS + 4;
  const placed = days.map((day) => {
    const layout = dayLayout(day, top, frame);
    top = layout.bottom;
    return layout;
  });
  return { width, height: Math.ceil(top) + 2, plotLeft: left, plotWidth: frame.span, days: placed };
}

function dayLayout(day: CrowdDay, top: number, frame: Frame): DayLayout {
  const flow = (pieces: LinkedText[], width: number, maxLines: number) =>
    flowText(pieces, { width, face: SMALL_FACE, maxLines });
  const titleY = top + 21;
  const veil = day.veil ? flow([day.veil], frame.width - 34, 2) : [];
  const total = day.total ? flow([{ text: day.total, href: null }], frame.width - 12, 3) : [];
  const veilY = titleY + 18;
  const totalY = veilY + veil.length * SMALL_LEADING;
  let y = totalY - 9 + total.length * SMALL_LEADING;
  const lines = day.lines.map((line) => {
    const layout = lineLayout(line, y, frame);
    y = layout.bottom;
    return layout;
  });
  const unknownY = y + 17;
  const unknown = day.unknown ? flow([{ text: day.unknown.text, href: null }], frame.width - 42, 2) : [];
  const names = day.unknown ? flow(day.unknown.names, frame.width - 42, 60) : [];
  const bottom = day.unknown ? unknownY + (unknown.length + names.length - 1) * SMALL_LEADING + 12 : y + 8;
  return { top, bottom, titleY, veil, veilY, total, totalY, lines, unknownY, unknown, names };
}

function lineLayout(line: CrowdLine, top: number, frame: Frame): LineLayout {
  const width = frame.wide ? NAME_COLUMN - 24 : frame.width - 14;
  const name = flowText([line.name], { width, face: NAME_FACE, maxLines: 3 });
  const nameY = top + 15;
  const nameBottom = nameY + (name.length - 1) * SMALL_LEADING;
  let y = frame.wide ? top + 11 : nameBottom + 14;
  const claims = line.claims.map((claim) => {
    const layout = claimLayout(claim, y, frame);
    y = layout.labelY + (layout.label.length - 1) * SMALL_LEADING + 12;
    return layout;
  });
  return { name, nameY, claims, bottom: Math.max(y - 5, frame.wide ? nameBottom + 7 : 0) };
}

/** Where a claim stands: the middle of its range, or the end that is known. */
export function middleOf({ lower, upper }: Pick<CrowdClaim, "lower" | "upper">): number {
  return lower === null ? (upper ?? 0) : upper === null ? lower : (lower + upper) / 2;
}

/** The label stands on the side with more room, in two lines when one is too narrow for it. */
function claimLayout(claim: CrowdClaim, y: number, { left, span, max, width }: Frame): ClaimLayout {
  const toX = (value: number) => left + (value / max) * span;
  const from = toX(claim.lower ?? middleOf(claim)) - GLYPH;
  const to = claim.upper === null ? toX(middleOf(claim)) + ARROW + 5 : toX(claim.upper) + GLYPH;
  const rightRoom = width - to;
  const onRight = textWidth(claim.label, SMALL_FACE) <= rightRoom || rightRoom >= from - left;
  const room = onRight ? rightRoom : from;
  const label = flowText([{ text: claim.label, href: null }], { width: room, face: SMALL_FACE, maxLines: 3 });
  return { y, x: onRight ? to : from, anchor: onRight ? "start" : "end", label, labelY: y + 4 };
}
