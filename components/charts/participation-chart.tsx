import { ScatterChart, usePlotArea, useXAxisScale } from "recharts";
import type { ParticipationDrawing, ParticipationRow, StrikeBar, Veil } from "@/lib/shared/chart/drawing";
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
import type { ChartProps, Plot } from "./plot";
import { countrywide, isRegional, RowVeil } from "./row-veil";
import { StrikeBarMark } from "./strike-bar-mark";
import { textWidth } from "./text-flow";
import { TextLines } from "./text-lines";
import { timeAxes, veilAreas } from "./time-frame";
import { TimeNotes } from "./time-notes";

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
        bottom: height - layout.axisHeight - plotHeight,
        left: plotLeft,
      }}
      accessibilityLayer={false}
    >
      <ChartPatterns idPrefix={idPrefix} />
      {timeAxes({ axis: drawing.axis, plotWidth, plotHeight })}
      {veilAreas(countrywide(drawing.veils), plotHeight, idPrefix)}
      <Rows drawing={drawing} layout={layout} idPrefix={idPrefix} />
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
      <TimeNotes notes={drawing.notes} plot={plot} y={layout.notesY} />
      {drawing.rows.map((row, index) => {
        const place = layout.rows[index];
        return (
          place && <Row key={row.id} row={row} veils={veilsOf(row, drawing.veils)} {...{ place, plot, idPrefix }} />
        );
      })}
    </>
  );
}

function veilsOf({ regions }: ParticipationRow, veils: readonly Veil[]): Veil[] {
  return veils.filter(({ regionId }) => regionId === null || regions.includes(regionId));
}

const vagueness = (bar: StrikeBar) => bar.startLatest - bar.startEarliest;

type RowProps = { row: ParticipationRow; place: RowLayout; veils: readonly Veil[]; plot: Plot; idPrefix: string };

function Row({ row, place, veils, plot, idPrefix }: RowProps) {
  // The vaguest first, so that its fading does not lie over what is known better.
  const bars = row.bars.toSorted((a, b) => vagueness(b) - vagueness(a));
  return (
    <g data-row={row.id}>
      <line x1={0} x2={plot.right} y1={place.top} y2={place.top} stroke="var(--rule)" />
      {veils.filter(isRegional).map((veil) => (
        <RowVeil key={veil.id} veil={veil} place={place} plot={plot} idPrefix={idPrefix} />
      ))}
      <TextLines
        lines={place.name}
        x={0}
        y={place.nameY}
        leading={NAME_LEADING}
        colour="var(--ink)"
        halo
        {...NAME_FACE}
      />
      <TextLines lines={place.details} x={0} y={place.detailsY} leading={DETAIL_LEADING} halo {...DETAIL_FACE} />
      {bars.map((bar) => (
        <StrikeBarMark key={bar.id} bar={bar} y={place.barY} {...{ veils, plot, idPrefix }} />
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
      <TextLines
        lines={place.undated}
        x={plot.left}
        y={place.undatedY}
        leading={DETAIL_LEADING}
        halo
        {...DETAIL_FACE}
      />
      {row.remark && <Remark row={row} remark={row.remark} y={place.remarkY} plot={plot} />}
    </g>
  );
}

type RemarkProps = { row: ParticipationRow; remark: { text: string; href: string | null }; y: number; plot: Plot };

/** Begins where the clearest bar does; moved left when it would leave the plot. */
function Remark({ row, remark, y, plot }: RemarkProps) {
  const starts = row.bars.map((bar) => Math.max(plot.left, plot.x(bar.startEarliest), plot.x(bar.startLatest) - 52));
  const width = textWidth(remark.text, DETAIL_FACE);
  const x = starts.length === 0 ? plot.left : Math.max(plot.left, Math.min(...starts, plot.right - width));
  return <TextLines lines={[[remark]]} x={x} y={y} leading={0} halo {...DETAIL_FACE} />;
}
