import { ChartPatterns } from "@/components/charts/chart-patterns";
import { DayLines } from "@/components/charts/day-lines";
import type { Plot } from "@/components/charts/plot";
import { RowVeil } from "@/components/charts/row-veil";
import { TextLines } from "@/components/charts/text-lines";
import { TimeNotes } from "@/components/charts/time-notes";
import type { JoiningBar, JoiningChart } from "@/lib/features/regions/view/joining-chart";

import { COLUMNS, type JoiningVariant, joiningLayout, type PlacedLane, type TieBracket } from "./joining-layout";

type Props = { chart: JoiningChart; variant: JoiningVariant; className: string };

/** Drawn on the server: a bar is the whole time in which the region may have joined, never a moment made up. */
export function JoiningDrawing({ chart, variant, className }: Props) {
  const { width, height, axisBottom, notesY, plot, lanes, ties } = joiningLayout(chart, variant);
  const idPrefix = `joining-${chart.kind}-${variant}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
    <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={chart.description} className={className}>
      <ChartPatterns idPrefix={idPrefix} />
      <DayLines axis={chart.axis} plot={plot} top={axisBottom} bottom={height} />
      {lanes.map((placed) => (
        <Lane key={placed.lane.code} placed={placed} kind={chart.kind} plot={plot} idPrefix={idPrefix} />
      ))}
      <TimeNotes notes={chart.notes} plot={{ ...plot, left: 0 }} y={notesY} />
      {ties.map((tie) => (
        <Bracket key={tie.rank} tie={tie} x={COLUMNS.tie} />
      ))}
    </svg>
  );
}

type LaneProps = { placed: PlacedLane; kind: JoiningChart["kind"]; plot: Plot; idPrefix: string };

function Lane({ placed: { lane, top, middle, bottom }, kind, plot, idPrefix }: LaneProps) {
  return (
    <g data-region={lane.code}>
      <path d={`M0 ${top}H${plot.right}`} stroke="var(--rule)" strokeWidth="0.7" />
      <text x={COLUMNS.place} y={middle + 4} fontSize="11" fill="var(--ink-2)" textAnchor="middle">
        {lane.bar?.place ?? "–"}
      </text>
      <TextLines
        lines={[[{ text: lane.name, href: lane.href }]]}
        x={COLUMNS.name}
        y={middle + 4}
        size={11.5}
        leading={0}
        colour={lane.bar === null ? "var(--ink-2)" : "var(--ink)"}
      />
      {lane.veils.map((veil) => (
        <RowVeil key={veil.id} veil={veil} place={{ top, bottom }} plot={plot} idPrefix={idPrefix} />
      ))}
      {lane.bar === null ? null : <Bar bar={lane.bar} kind={kind} y={middle} plot={plot} />}
    </g>
  );
}

type BarProps = { bar: JoiningBar; kind: JoiningChart["kind"]; y: number; plot: Plot };

/** A strike is a bar, a rally a bar with points; hollow where one side alone says so. */
function Bar({ bar, kind, y, plot }: BarProps) {
  const [from, to] = [plot.x(bar.from), Math.max(plot.x(bar.from) + 5, plot.x(bar.to))];
  const tip = Math.min(6, (to - from) / 2);
  const outline =
    kind === "strike"
      ? `M${from.toFixed(1)} ${y - 5.5}H${to.toFixed(1)}v11H${from.toFixed(1)}Z`
      : `M${from.toFixed(1)} ${y}l${tip}-5.5H${(to - tip).toFixed(1)}l${tip} 5.5l${-tip} 5.5H${(from + tip).toFixed(1)}Z`;
  const tone = `var(--${kind})`;
  return (
    <a href={bar.href}>
      <title>{bar.title}</title>
      <path
        d={outline}
        fill={bar.claimedOnly ? "var(--paper)" : tone}
        stroke={tone}
        strokeWidth="1.6"
        {...(bar.claimedOnly ? { strokeDasharray: "3 2" } : {})}
      />
      <rect x={from - 6} y={y - 12} width={to - from + 12} height={24} fill="none" pointerEvents="all" />
    </a>
  );
}

/** What it holds together is a tie: the order within is only that of the drawing. */
function Bracket({ tie: { top, bottom }, x }: { tie: TieBracket; x: number }) {
  return <path d={`M${x + 4} ${top}H${x}V${bottom}h4`} fill="none" stroke="var(--ink-2)" strokeWidth="1.4" />;
}
