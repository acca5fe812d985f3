import { CartesianGrid, ReferenceArea, XAxis, YAxis } from "recharts";
import type { AxisDay, TimeAxis, Veil } from "@/lib/shared/chart/drawing";
import type { Plot } from "./plot";
import { textWidth } from "./text-flow";

export const AXIS_FACE = { size: 11.5 };

export type DayLabel = { at: number; text: string; month: string | null };

/** Whole labels where they fit, else the number of the day, else every second, third … day. */
export function dayLabels(days: readonly AxisDay[], plotWidth: number): DayLabel[] {
  const room = plotWidth / Math.max(1, days.length);
  const widest = (key: "label" | "number") => Math.max(0, ...days.map((day) => textWidth(day[key], AXIS_FACE))) + 6;
  const key = widest("label") <= room ? "label" : "number";
  const step = Math.max(1, Math.ceil(widest(key) / room));
  return days
    .filter((_, index) => index % step === 0)
    .map((day) => ({ at: (day.start + day.end) / 2, text: day[key], month: key === "number" ? day.month : null }));
}

/** Room for a line of labels, and for the month above them where they are bare numbers. */
export function axisHeight(days: readonly AxisDay[], plotWidth: number): number {
  return dayLabels(days, plotWidth).some((label) => label.month !== null) ? 38 : 24;
}

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

/** Cuts of single regions lie over the rows of these regions alone. */
export function isRegional({ regionId }: Veil): boolean {
  return regionId !== null;
}

export function countrywide(veils: readonly Veil[]): Veil[] {
  return veils.filter((veil) => !isRegional(veil));
}

/** Full where reports were surely cut, lighter where they may have been, or only in some of the regions drawn. */
function partsOf(veil: Veil, weight = 1) {
  const { id, earliest, from, to, latest } = veil;
  const parts = [
    { key: `${id}-may-begin`, x1: earliest, x2: Math.max(earliest, from), opacity: 0.32 * weight },
    { key: `${id}-sure`, x1: from, x2: to, opacity: 0.75 * weight },
    { key: `${id}-may-end`, x1: Math.max(from, to), x2: latest, opacity: 0.32 * weight },
  ];
  return parts.filter(({ x1, x2 }) => x2 > x1);
}

/** Behind the rows; each bar carries its own piece of it. */
export function veilAreas(veils: readonly Veil[], plotHeight: number, idPrefix: string) {
  return veils
    .flatMap((veil) => partsOf(veil, isRegional(veil) ? 0.5 : 1))
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

type RowVeilProps = { veil: Veil; place: { top: number; bottom: number }; plot: Plot; idPrefix: string };

/** The veil of one region, over one row. */
export function RowVeil({ veil, place, plot, idPrefix }: RowVeilProps) {
  return partsOf(veil).map(({ key, x1, x2, opacity }) => (
    <rect
      key={key}
      x={plot.x(x1)}
      y={place.top}
      width={plot.x(x2) - plot.x(x1)}
      height={place.bottom - place.top}
      fill={`url(#${idPrefix}-veil)`}
      fillOpacity={opacity}
      pointerEvents="none"
    />
  ));
}
