import type { TimeAxis } from "@/lib/shared/chart/drawing";
import { AXIS_FACE, dayLabels } from "./day-labels";
import type { Plot } from "./plot";

type Props = { axis: TimeAxis; plot: Plot; top: number; bottom: number };

/** The days of the wave as lines, with their labels above. */
export function DayLines({ axis, plot, top, bottom }: Props) {
  const lines = axis.days.slice(1).map(({ start }) => `M${plot.x(start).toFixed(1)} ${top}V${bottom}`);
  return (
    <>
      <path d={lines.join("")} stroke="var(--rule)" strokeWidth="0.7" />
      <path d={`M${plot.left} ${top}H${plot.right}`} stroke="var(--ink-2)" />
      <g fontSize={AXIS_FACE.size} fill="var(--ink-2)">
        {dayLabels(axis.days, plot.right - plot.left).map(({ at, text, month }) => (
          <g key={at}>
            {month === null ? null : (
              <text x={plot.left} y={top - 22} fontWeight="700">
                {month}
              </text>
            )}
            <text x={plot.x(at)} y={top - 6} textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
      </g>
    </>
  );
}
