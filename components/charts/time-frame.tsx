import { CartesianGrid, ReferenceArea, XAxis, YAxis } from "recharts";
import type { TimeAxis, Veil } from "@/lib/shared/chart/drawing";
import { AXIS_FACE, axisHeight, type DayLabel, dayLabels } from "./day-labels";
import { isRegional, veilParts } from "./row-veil";
import { textWidth } from "./text-flow";

type DayTickProps = {
  x?: number | string;
  y?: number | string;
  payload?: { value: number };
  labels: readonly DayLabel[];
};

function DayTick({ x = 0, y = 0, payload, labels }: DayTickProps) {
  const label = labels.find(({ at }) => at === payload?.value);
  if (!label) return null;
  const left = Number(x) - textWidth(label.text, AXIS_FACE) / 2;
  return (
    <g fill="var(--ink-2)" fontSize={AXIS_FACE.size}>
      {label.month && (
        <text x={left} y={Number(y) - 16} fontWeight="700">
          {label.month}
        </text>
      )}
      <text x={Number(x)} y={Number(y)} textAnchor="middle">
        {label.text}
      </text>
    </g>
  );
}

type TimeAxisProps = { axis: TimeAxis; plotWidth: number; plotHeight: number };

/** The shared axis of days on top and a hairline where each day begins. Places downwards are pixels of the plot. */
export function timeAxes({ axis, plotWidth, plotHeight }: TimeAxisProps) {
  const labels = dayLabels(axis.days, plotWidth);
  return [
    <XAxis
      key="x"
      type="number"
      dataKey="x"
      orientation="top"
      height={axisHeight(axis.days, plotWidth)}
      domain={[axis.start, axis.end]}
      allowDataOverflow
      ticks={labels.map(({ at }) => at)}
      interval={0}
      axisLine={{ stroke: "var(--ink-2)" }}
      tickLine={false}
      tick={(props: Omit<DayTickProps, "labels">) => <DayTick {...props} labels={labels} />}
    />,
    <YAxis key="y" type="number" dataKey="y" hide width={0} reversed allowDataOverflow domain={[0, plotHeight]} />,
    <CartesianGrid
      key="grid"
      horizontal={false}
      verticalValues={axis.days.slice(1).map((day) => day.start)}
      stroke="var(--rule)"
      strokeWidth={0.7}
    />,
  ];
}

/** Behind the rows; each bar carries its own piece of it. */
export function veilAreas(veils: readonly Veil[], plotHeight: number, idPrefix: string) {
  return veils
    .flatMap((veil) => veilParts(veil, isRegional(veil) ? 0.5 : 1))
    .map(({ key, x1, x2, opacity }) => (
      <ReferenceArea
        key={key}
        x1={x1}
        x2={x2}
        y1={0}
        y2={plotHeight}
        ifOverflow="hidden"
        fill={`url(#${idPrefix}-veil)`}
        fillOpacity={opacity}
        strokeOpacity={0}
        pointerEvents="none"
        zIndex={-50}
      />
    ));
}
