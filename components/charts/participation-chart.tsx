import { ScatterChart, usePlotArea, useXAxisScale } from "recharts";
import type { ChartVariant } from "@/lib/shared/chart/chart";
import type { ParticipationDrawing, ParticipationRow, Veil } from "@/lib/shared/chart/drawing";
import { ChartPatterns } from "./chart-patterns";
import { FigureScaleMarks } from "./figure-scale-marks";
import {
  DETAIL_FACE,
  DETAIL_LEADING,
  NAME_FACE,
  NAME_LEADING,
  type ParticipationLayout,
  participationLayout,
  type RowLayout,
} from "./participation-layout";
import { StrikeBarMark } from "./strike-bar-mark";
import { textWidth } from "./text-flow";
import { TextLines } from "./text-lines";
import { AXIS_HEIGHT, timeAxes, veilAreas } from "./time-frame";

export type ChartProps<Drawing> = { drawing: Drawing; variant: ChartVariant; idPrefix: string };

/** What a mark needs to find its place: pixels of an instant, and the edges of the plot. */
export type Plot = { x: (at: number) => number; left: number; right: number };

export function ParticipationChart({ drawing, variant, idPrefix }: ChartProps<ParticipationDrawing>) {
  const layout = participationLayout(drawing, variant);
  const { width, height, plotLeft, plotWidth, plotHeight } = layout;
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{
        top: 0,
        right: width - plotLeft - plotWidth,
        bottom: height - AXIS_HEIGHT - plotHeight,
        left: plotLeft,
      }}
      accessibilityLayer={false}
    >
      <ChartPatterns idPrefix={idPrefix} />
      {timeAxes({ axis: drawing.axis, plotWidth, plotHeight })}
      <Rows drawing={drawing} layout={layout} idPrefix={idPrefix} />
      {veilAreas(drawing.veils, plotHeight, idPrefix)}
    </ScatterChart>
  );
}

type RowsProps = { drawing: ParticipationDrawing; layout: ParticipationLayout; idPrefix: string };

function Rows({ drawing, layout, idPrefix }: RowsProps) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  if (!scale || !area) return null;
  const plot: Plot = { x: (at) => scale(at) ?? area.x, left: area.x, right: area.x + area.width };
  return (
    <>
      <clipPath id={`${idPrefix}-plot`}>
        <rect x={plot.left} y={0} width={area.width} height={layout.height} />
      </clipPath>
      <VeilWords veils={drawing.veils} plot={plot} y={layout.veilY} />
      {drawing.rows.map((row, index) => {
        const place = layout.rows[index];
        return place && <Row key={row.id} row={row} place={place} plot={plot} idPrefix={idPrefix} />;
      })}
    </>
  );
}

export function VeilWords({ veils, plot, y }: { veils: readonly Veil[]; plot: Plot; y: number }) {
  const [veil] = veils;
  if (!veil) return null;
  const width = textWidth(veil.text, DETAIL_FACE);
  const x = Math.max(plot.left, Math.min(plot.x(veil.from) + 5, plot.right - width - 4));
  return <TextLines lines={[[veil]]} x={x} y={y} size={DETAIL_FACE.size} leading={0} halo />;
}

type RowProps = { row: ParticipationRow; place: RowLayout; plot: Plot; idPrefix: string };

function Row({ row, place, plot, idPrefix }: RowProps) {
  return (
    <g data-row={row.id}>
      <line x1={0} x2={plot.right} y1={place.top} y2={place.top} stroke="var(--rule)" />
      <TextLines lines={place.name} x={0} y={place.nameY} leading={NAME_LEADING} colour="var(--ink)" {...NAME_FACE} />
      <TextLines lines={place.details} x={0} y={place.detailsY} leading={DETAIL_LEADING} {...DETAIL_FACE} />
      {row.bars.map((bar) => (
        <StrikeBarMark key={bar.id} bar={bar} y={place.barY} plot={plot} idPrefix={idPrefix} />
      ))}
      {row.scales.map((scale, index) => (
        <FigureScaleMarks
          key={scale.unit}
          scale={scale}
          row={row}
          plot={plot}
          top={place.scaleTops[index] ?? 0}
          baseline={place.barY - (row.scales.length - 1 - index) * (place.barY - (place.scaleTops.at(-1) ?? 0) + 16)}
        />
      ))}
      {row.remark && <Remark row={row} remark={row.remark} y={place.remarkY} plot={plot} />}
    </g>
  );
}

type RemarkProps = { row: ParticipationRow; remark: { text: string; href: string | null }; y: number; plot: Plot };

/** Begins where the clearest bar does; moved left when it would leave the plot. */
function Remark({ row, remark, y, plot }: RemarkProps) {
  const starts = row.bars.map((bar) => Math.max(plot.left, plot.x(bar.startLatest) - 44));
  const width = textWidth(remark.text, DETAIL_FACE);
  const x = Math.max(plot.left, Math.min(...starts, plot.right - width));
  return <TextLines lines={[[remark]]} x={x} y={y} leading={0} halo {...DETAIL_FACE} />;
}
