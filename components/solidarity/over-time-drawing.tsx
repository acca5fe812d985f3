import { ChartPatterns } from "@/components/charts/chart-patterns";
import { DayLines } from "@/components/charts/day-lines";
import type { Plot } from "@/components/charts/plot";
import { RowVeil } from "@/components/charts/row-veil";
import { TextLines } from "@/components/charts/text-lines";
import { TimeNotes } from "@/components/charts/time-notes";
import type { OverTimeView, SupporterRow, TimedAct } from "@/lib/features/solidarity/view/over-time";
import { KindMark } from "./kind-mark";
import { NAME_FACE, type NetworkVariant } from "./network-layout";
import { LEADING, overTimeLayout, type RowLayout } from "./over-time-layout";

type Props = { view: OverTimeView; variant: NetworkVariant; className: string };

/** Drawn on the server. Veils lie over all days they hold for; each act is the time in which it may have been given. */
export function OverTimeDrawing({ view, variant, className }: Props) {
  const { width, height, axisHeight, notesY, plot, rows } = overTimeLayout(view, variant);
  const idPrefix = `over-time-${variant}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
    <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={view.description} className={className}>
      <ChartPatterns idPrefix={idPrefix} />
      {view.veils.map((veil) => (
        <RowVeil
          key={veil.id}
          veil={veil}
          place={{ top: axisHeight, bottom: height }}
          plot={plot}
          idPrefix={idPrefix}
        />
      ))}
      <DayLines axis={view.axis} plot={plot} top={axisHeight} bottom={height} />
      <TimeNotes notes={view.notes} plot={plot} y={notesY} />
      {rows.map((row, index) => (
        <Row key={row.key} row={row} shown={view.rows[index]} plot={plot} idPrefix={idPrefix} />
      ))}
    </svg>
  );
}

type RowProps = { row: RowLayout; shown: SupporterRow | undefined; plot: Plot; idPrefix: string };

function Row({ row: { top, name, nameY, actYs, remarkY, isFirstAbroad }, shown, plot, idPrefix }: RowProps) {
  const { acts = [], remark = null } = shown ?? {};
  const rule = isFirstAbroad ? { stroke: "var(--ink-2)", strokeDasharray: "2 3" } : { stroke: "var(--rule)" };
  return (
    <g>
      <path d={`M0 ${top}H${plot.right}`} {...rule} />
      <TextLines
        lines={name.slice(0, -1)}
        x={0}
        y={nameY}
        leading={LEADING}
        colour="var(--ink)"
        halo={plot.left === 0}
        {...NAME_FACE}
      />
      <TextLines
        lines={name.slice(-1)}
        x={0}
        y={nameY + (name.length - 1) * LEADING}
        size={11}
        leading={LEADING}
        halo={plot.left === 0}
      />
      {remark === null ? null : (
        <TextLines lines={[[{ text: remark, href: null }]]} x={plot.left + 6} y={remarkY} size={11} leading={0} halo />
      )}
      {acts.map((act, index) => (
        <ActLink key={act.id} act={act} y={actYs[index] ?? 0} plot={plot} idPrefix={idPrefix} />
      ))}
    </g>
  );
}

const DAY_MS = 86_400_000;

/** A day or less is a full line; what is known no better than to several days is hatched. */
function ActLink({ act, y, plot, idPrefix }: { act: TimedAct; y: number; plot: Plot; idPrefix: string }) {
  const [from, to] = [plot.x(act.from), plot.x(act.to)];
  const isVague = act.to - act.from > DAY_MS;
  return (
    <a href={act.href}>
      <title>{act.title}</title>
      <rect
        x={from}
        y={y - 3.5}
        width={Math.max(3, to - from)}
        height={7}
        fill={isVague ? `url(#${idPrefix}-solidarity)` : "var(--solidarity)"}
        fillOpacity={isVague ? 1 : 0.45}
      />
      <KindMark kind={act.kind} x={(from + to) / 2} y={y} isOpen={act.isUnsure} />
      <rect x={from - 6} y={y - 9} width={to - from + 12} height={18} fill="none" pointerEvents="all" />
    </a>
  );
}
