import { ScatterChart, usePlotArea, useXAxisScale } from "recharts";
import { CHART_WIDTHS } from "@/lib/shared/chart/chart";
import type { ReachDrawing, ReachPanel } from "@/lib/shared/chart/drawing";
import { niceMaximum, niceTicks } from "@/lib/shared/chart/nice-scale";
import { ChartPatterns } from "./chart-patterns";
import { axisHeight } from "./day-labels";
import { MarkLink } from "./mark-link";
import type { ChartProps, Plot } from "./plot";
import { BAR_LABEL, PANEL, type PlacedBar, placeBars } from "./reach-layout";
import { textWidth } from "./text-flow";
import { TextLines } from "./text-lines";
import { timeAxes, veilAreas } from "./time-frame";
import { NOTE_LINE, TimeNotes } from "./time-notes";

const HEAD = 48;
const LEFT = 26;
const TITLE_FACE = { size: 13, bold: true };
const LABEL_FACE = { size: 11.5 };

/**
 * Panels on one axis of days: regions and named places on one scale, workforces on their own; strikes beside rallies,
 * never together.
 */
export function ReachChart({ drawing, variant, idPrefix }: ChartProps<ReachDrawing>) {
  const width = CHART_WIDTHS[variant];
  const veilRoom = drawing.notes.length * NOTE_LINE;
  const plotHeight = veilRoom + drawing.panels.length * (HEAD + PANEL[variant]);
  const axisBottom = axisHeight(drawing.axis.days, width - LEFT - 1);
  const height = axisBottom + plotHeight + 4;
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: 0, right: 1, bottom: 4, left: LEFT }}
      accessibilityLayer={false}
    >
      <ChartPatterns idPrefix={idPrefix} />
      {timeAxes({ axis: drawing.axis, plotWidth: width - LEFT - 1, plotHeight })}
      {veilAreas(drawing.veils, plotHeight, idPrefix)}
      <Panels drawing={drawing} panelHeight={PANEL[variant]} idPrefix={idPrefix} />
    </ScatterChart>
  );
}

type PanelsProps = { drawing: ReachDrawing; panelHeight: number; idPrefix: string };

function Panels({ drawing, panelHeight, idPrefix }: PanelsProps) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  if (!scale || !area) return null;
  const plot: Plot = { x: (at) => scale(at) ?? area.x, left: area.x, right: area.x + area.width };
  const veilRoom = drawing.notes.length * NOTE_LINE;
  const dayWidth = area.width / Math.max(1, drawing.axis.days.length);
  return (
    <>
      <TimeNotes notes={drawing.notes} plot={plot} y={area.y + 14} />
      {drawing.panels.map((panel, index) => {
        const top = area.y + veilRoom + index * (HEAD + panelHeight) + HEAD;
        const frame = { top, bottom: top + panelHeight, max: maximumFor(panel, drawing.panels), dayWidth, plot };
        return (
          <Panel
            key={panel.id}
            panel={panel}
            labels={index === 0 ? drawing.labels : null}
            frame={frame}
            idPrefix={idPrefix}
          />
        );
      })}
    </>
  );
}

/** A place is in a region, so these two are counted alike; workforces are another thing, and may be far more. */
function maximumFor({ id }: ReachPanel, panels: readonly ReachPanel[]): number {
  const alike = panels.filter((panel) => (panel.id === "workforces") === (id === "workforces"));
  const bars = alike.flatMap(({ strikes, rallies }) => [...strikes, ...rallies]);
  return niceMaximum(bars.map((bar) => bar.sure + bar.possible));
}

type Frame = { top: number; bottom: number; max: number; dayWidth: number; plot: Plot };

type PanelProps = { panel: ReachPanel; labels: ReachDrawing["labels"] | null; frame: Frame; idPrefix: string };

function Panel({ panel, labels, frame, idPrefix }: PanelProps) {
  const { plot, top, bottom, max, dayWidth } = frame;
  const toY = (value: number) => bottom - (value / max) * (bottom - top);
  const barWidth = Math.min(17, dayWidth * 0.4);
  return (
    <g data-row={panel.id}>
      <PanelTitle title={panel.title} labels={labels} y={top - 27} />
      {niceTicks(max, 3).map((value) => (
        <g key={value}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={toY(value)}
            y2={toY(value)}
            stroke={value === 0 ? "var(--ink-2)" : "var(--rule)"}
            strokeWidth={value === 0 ? 1 : 0.7}
          />
          <text x={plot.left - 5} y={toY(value) + 4} fontSize="10.5" fill="var(--ink-2)" textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {placeBars(panel, { x: plot.x, toY, barWidth, ceiling: top - 22 }).map((placed) => (
        <DayBar key={placed.bar.id} placed={placed} barWidth={barWidth} bottom={bottom} idPrefix={idPrefix} />
      ))}
    </g>
  );
}

type PanelTitleProps = { title: string; labels: ReachDrawing["labels"] | null; y: number };

/** The panel's name, and beside the first one what the two colours are. */
function PanelTitle({ title, labels, y }: PanelTitleProps) {
  const named = textWidth(title, TITLE_FACE) + 14;
  const entries =
    labels === null
      ? []
      : ([
          ["strike", labels.strikes, 0],
          ["rally", labels.rallies, textWidth(labels.strikes, LABEL_FACE) + 28],
        ] as const);
  return (
    <>
      <TextLines
        lines={[[{ text: title, href: null }]]}
        x={0}
        y={y}
        leading={0}
        colour="var(--ink)"
        halo
        {...TITLE_FACE}
      />
      {entries.map(([tone, text, from]) => (
        <g key={tone}>
          <rect x={named + from} y={y - 9} width={10} height={10} fill={`var(--${tone})`} />
          <TextLines lines={[[{ text, href: null }]]} x={named + from + 15} y={y} leading={0} halo {...LABEL_FACE} />
        </g>
      ))}
    </>
  );
}

type DayBarProps = { placed: PlacedBar; barWidth: number; bottom: number; idPrefix: string };

function DayBar({ placed: { bar, tone, x, sureY, mostY, label }, barWidth, bottom, idPrefix }: DayBarProps) {
  const colour = `var(--${tone})`;
  const middle = x + barWidth / 2;
  const reach = Math.min(mostY - 14, bottom - 24);
  return (
    <MarkLink href={bar.href} title={bar.title} {...(label ? { written: bar.label } : {})}>
      {bar.sure > 0 && <rect x={x} y={sureY} width={barWidth} height={bottom - sureY} fill={colour} />}
      {bar.possible > 0 && (
        <rect
          x={x + 0.5}
          y={mostY + 0.5}
          width={barWidth - 1}
          height={sureY - mostY - 0.5}
          fill={`url(#${idPrefix}-${tone})`}
          stroke={colour}
          strokeDasharray="2.5 1.8"
        />
      )}
      {label && label.lift > 0 && (
        <line x1={middle} x2={middle} y1={mostY - 2} y2={label.y + 3} stroke={colour} strokeWidth={0.8} />
      )}
      {label && (
        <text x={label.x} y={label.y} fontSize={BAR_LABEL.size} fill="var(--ink)" textAnchor="middle">
          {bar.label}
        </text>
      )}
      <rect x={x} y={reach} width={barWidth} height={bottom - reach} fill="none" pointerEvents="all" />
    </MarkLink>
  );
}
