import { ScatterChart, usePlotArea, useXAxisScale, XAxis, YAxis } from "recharts";
import type { CrowdDay, CrowdLine, CrowdsDrawing } from "@/lib/shared/chart/drawing";
import { ChartPatterns } from "./chart-patterns";
import { CrowdClaimMark } from "./crowd-claim-mark";
import {
  CROWD_AXIS,
  type CrowdsLayout,
  crowdsLayout,
  type DayLayout,
  EDGE,
  type LineLayout,
  NAME_FACE,
  SMALL_FACE,
  SMALL_LEADING,
} from "./crowds-layout";
import type { ChartProps, Plot } from "./plot";
import { TextLines } from "./text-lines";

const TITLE_FACE = { size: 13.5, bold: true };

/** One line per gathering and day, a mark for every claim, on one scale of people from zero. */
export function CrowdsChart({ drawing, variant, idPrefix }: ChartProps<CrowdsDrawing>) {
  const layout = crowdsLayout(drawing, variant);
  const { width, height, plotLeft, plotWidth } = layout;
  const labels = new Map(drawing.ticks.map(({ value, label }) => [value, label]));
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top: 0, right: width - plotLeft - plotWidth, bottom: 0, left: plotLeft }}
      accessibilityLayer={false}
    >
      <ChartPatterns idPrefix={idPrefix} />
      <XAxis
        type="number"
        dataKey="x"
        orientation="top"
        height={CROWD_AXIS}
        domain={[0, drawing.max]}
        allowDataOverflow
        ticks={drawing.ticks.map(({ value }) => value)}
        tickFormatter={(value: number) => labels.get(value) ?? ""}
        interval={0}
        tick={{ fontSize: 11, fill: "var(--ink-2)" }}
        axisLine={labels.size > 0 && { stroke: "var(--ink-2)" }}
        tickLine={{ stroke: "var(--ink-2)" }}
      />
      <YAxis type="number" dataKey="y" hide width={0} reversed allowDataOverflow domain={[0, height - CROWD_AXIS]} />
      <Days drawing={drawing} layout={layout} idPrefix={idPrefix} />
    </ScatterChart>
  );
}

type DaysProps = { drawing: CrowdsDrawing; layout: CrowdsLayout; idPrefix: string };

function Days({ drawing, layout, idPrefix }: DaysProps) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  if (!scale || !area) return null;
  const plot: Plot = { x: (people) => scale(people) ?? area.x, left: area.x, right: area.x + area.width };
  return drawing.days.map((day, index) => {
    const place = layout.days[index];
    if (!place) return null;
    return (
      <Day
        key={day.id}
        day={day}
        place={place}
        plot={plot}
        ticks={drawing.ticks.map(({ value }) => plot.x(value))}
        {...{ idPrefix }}
      />
    );
  });
}

type DayProps = { day: CrowdDay; place: DayLayout; plot: Plot; ticks: readonly number[]; idPrefix: string };

function Day({ day, place, plot, ticks, idPrefix }: DayProps) {
  const { top, bottom, lines } = place;
  const [first, last] = [lines[0], lines.at(-1)];
  const right = plot.right + EDGE;
  return (
    <g data-row={day.id}>
      <line x1={0} x2={right} y1={top} y2={top} stroke="var(--rule-2)" />
      {first &&
        last &&
        ticks.map((x) => (
          <line key={x} x1={x} x2={x} y1={first.nameY - 14} y2={last.bottom} stroke="var(--rule)" strokeWidth="0.8" />
        ))}
      <text x={0} y={place.titleY} fontSize={TITLE_FACE.size} fontWeight="700" fill="var(--ink)">
        {day.title}
      </text>
      {place.veil.length > 0 && (
        <rect x={0} y={place.veilY - 10} width={16} height={12} fill={`url(#${idPrefix}-veil)`} />
      )}
      <TextLines lines={place.veil} x={24} y={place.veilY} leading={SMALL_LEADING} {...SMALL_FACE} />
      <TextLines lines={place.total} x={0} y={place.totalY} leading={SMALL_LEADING} {...SMALL_FACE} />
      {day.lines.map((line, index) => {
        const at = lines[index];
        return at && <Line key={line.id} line={line} place={at} plot={plot} />;
      })}
      {day.unknown && <Unknown place={place} bottom={bottom} idPrefix={idPrefix} />}
    </g>
  );
}

function Line({ line, place, plot }: { line: CrowdLine; place: LineLayout; plot: Plot }) {
  const [first, last] = [place.claims[0], place.claims.at(-1)];
  return (
    <g>
      <TextLines
        lines={place.name}
        x={0}
        y={place.nameY}
        leading={SMALL_LEADING}
        colour="var(--ink)"
        halo
        {...NAME_FACE}
      />
      {line.band && first && last && (
        <rect
          x={plot.x(line.band.lower)}
          y={first.y - 9}
          width={Math.max(2, plot.x(line.band.upper ?? Number.MAX_SAFE_INTEGER) - plot.x(line.band.lower))}
          height={last.y - first.y + 18}
          fill="var(--ink)"
          fillOpacity="0.12"
        />
      )}
      {line.claims.map((claim, index) => {
        const at = place.claims[index];
        return at && <CrowdClaimMark key={claim.id} claim={claim} place={at} plot={plot} />;
      })}
    </g>
  );
}

function Unknown({ place, bottom, idPrefix }: { place: DayLayout; bottom: number; idPrefix: string }) {
  const { unknownY, unknown, names } = place;
  return (
    <g>
      <rect x={0} y={unknownY - 11} width={20} height={bottom - unknownY + 3} fill={`url(#${idPrefix}-unknown)`} />
      <TextLines lines={unknown} x={30} y={unknownY} leading={SMALL_LEADING} colour="var(--ink)" {...SMALL_FACE} />
      <TextLines
        lines={names}
        x={30}
        y={unknownY + unknown.length * SMALL_LEADING}
        leading={SMALL_LEADING}
        {...SMALL_FACE}
      />
    </g>
  );
}
