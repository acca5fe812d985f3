import type { FigurePoint, FigureScale, ParticipationRow } from "@/lib/shared/chart/drawing";
import { ClaimantGlyph } from "./claimant-glyph";
import { MarkLink } from "./mark-link";
import { DETAIL_FACE, DETAIL_LEADING, SCALE } from "./participation-layout";
import type { Plot } from "./plot";
import { flowText, textWidth } from "./text-flow";
import { TextLines } from "./text-lines";

type FigureScaleMarksProps = { scale: FigureScale; row: ParticipationRow; plot: Plot; top: number; baseline: number };

/** The figures of one unit on a scale from zero, which stands on the row's bar. */
export function FigureScaleMarks({ scale, row, plot, top }: FigureScaleMarksProps) {
  const bottom = top + SCALE;
  const toY = (value: number) => bottom - (value / scale.max) * SCALE;
  const starts = row.bars.map((bar) => plot.x(bar.startEarliest));
  const left = starts.length === 0 ? plot.left : Math.max(plot.left, Math.min(...starts));
  const right = Math.min(plot.right, Math.max(...row.bars.map((bar) => plot.x(bar.endLatest)), left + 60));
  const labels = placeLabels(scale.points, { plot, toY });
  return (
    <>
      <line x1={left} x2={right} y1={top} y2={top} stroke="var(--rule-2)" strokeWidth="0.8" strokeDasharray="1 3" />
      <ScaleLabel text={scale.maxLabel} left={left} right={right} y={top + 4} plot={plot} />
      {scale.bands.map((band) => (
        <rect
          key={`${band.from} ${band.lower}`}
          x={plot.x(band.from)}
          y={toY(band.upper ?? scale.max)}
          width={Math.max(10, plot.x(band.to) - plot.x(band.from))}
          height={Math.max(2, toY(band.lower) - toY(band.upper ?? scale.max))}
          fill="var(--ink)"
          fillOpacity="0.12"
        />
      ))}
      {scale.points.map((point, index) => (
        <PointMark key={point.id} point={point} plot={plot} toY={toY} bounds={{ top, bottom }} label={labels[index]} />
      ))}
    </>
  );
}

type ScaleLabelProps = { text: string; left: number; right: number; y: number; plot: Plot };

function ScaleLabel({ text, left, right, y, plot }: ScaleLabelProps) {
  const fitsLeft = left - plot.left > textWidth(text, { size: 10.5 }) + 6;
  return (
    <text
      x={fitsLeft ? left - 5 : right + 5}
      y={y}
      fontSize="10.5"
      fill="var(--ink-2)"
      {...(fitsLeft ? { textAnchor: "end" } : {})}
    >
      {text}
    </text>
  );
}

/** Where a point stands: the middle of its range, or the end that is known. */
function middleOf({ lower, upper }: FigurePoint): number {
  return lower === null ? (upper ?? 0) : upper === null ? lower : (lower + upper) / 2;
}

type Label = { x: number; y: number; lines: ReturnType<typeof flowText>; anchor: "start" | "end" };

/** To the right of its point, else to the left; a label that would cover another is left to the table and the title. */
function placeLabels(
  points: readonly FigurePoint[],
  { plot, toY }: { plot: Plot; toY: (value: number) => number },
): (Label | undefined)[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  return points.map((point) => {
    const x = plot.x(point.at);
    const toRight = plot.right - x > x - plot.left;
    const room = (toRight ? plot.right - x : x - plot.left) - 14;
    const lines = flowText([{ text: point.label, href: null }], { width: room, face: DETAIL_FACE, maxLines: 2 });
    const width = Math.max(...lines.map((line) => textWidth(line.map(({ text }) => text).join(""), DETAIL_FACE)));
    const y = toY(middleOf(point)) + 4 - ((lines.length - 1) * DETAIL_LEADING) / 2;
    const left = toRight ? x + 12 : x - 12 - width;
    const box = { left, right: left + width, top: y - 10, bottom: y + (lines.length - 1) * DETAIL_LEADING + 3 };
    const covers = taken.some(
      (b) => b.left < box.right && box.left < b.right && b.top < box.bottom && box.top < b.bottom,
    );
    const coversPoint = points.some((other) => other !== point && isIn(box, plot.x(other.at), toY(middleOf(other))));
    if (covers || coversPoint) return undefined;
    taken.push(box);
    return { x: toRight ? x + 12 : x - 12, y, lines, anchor: toRight ? "start" : "end" };
  });
}

function isIn(box: { left: number; right: number; top: number; bottom: number }, x: number, y: number): boolean {
  return x > box.left - 8 && x < box.right + 8 && y > box.top - 6 && y < box.bottom + 6;
}

type PointMarkProps = {
  point: FigurePoint;
  plot: Plot;
  toY: (value: number) => number;
  bounds: { top: number; bottom: number };
  label: Label | undefined;
};

function PointMark({ point, plot, toY, bounds, label }: PointMarkProps) {
  const x = plot.x(point.at);
  const y = toY(middleOf(point));
  const dash = point.disputed ? { strokeDasharray: "3 2.4" } : {};
  return (
    <MarkLink href={point.href} title={point.title} {...(label ? { written: point.label } : {})}>
      <line x1={x} x2={x} y1={y} y2={bounds.bottom} stroke="var(--ink-2)" strokeWidth="0.8" strokeDasharray="1 2.5" />
      {point.lower !== point.upper && (
        <path d={whisker(point, { x, toY, bounds })} fill="none" stroke="var(--ink)" strokeWidth="1.5" {...dash} />
      )}
      <circle cx={x} cy={y} r="12" fill="none" pointerEvents="all" />
      <ClaimantGlyph claimant={point.claimant} disputed={point.disputed} x={x} y={y} />
      {label && <TextLines {...label} size={DETAIL_FACE.size} leading={DETAIL_LEADING} colour="var(--ink)" halo />}
    </MarkLink>
  );
}

type WhiskerPlace = { x: number; toY: (value: number) => number; bounds: { top: number; bottom: number } };

/** A bar across at an end that was given, an arrow where the end is open. */
function whisker({ lower, upper }: FigurePoint, { x, toY, bounds }: WhiskerPlace): string {
  const [low, high] = [lower === null ? bounds.bottom : toY(lower), upper === null ? bounds.top - 4 : toY(upper)];
  const foot = lower === null ? `M${x - 3} ${low - 5}l3 5l3-5` : `M${x - 4} ${low}h8`;
  const head = upper === null ? `M${x - 3} ${high + 5}l3-5l3 5` : `M${x - 4} ${high}h8`;
  return `M${x} ${low}V${high}${foot}${head}`;
}
