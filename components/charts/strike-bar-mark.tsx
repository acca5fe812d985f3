import type { StrikeBar, Veil } from "@/lib/shared/chart/drawing";
import { MarkLink } from "./mark-link";
import { BAR } from "./participation-layout";
import type { Plot } from "./plot";

type StrikeBarMarkProps = { bar: StrikeBar; y: number; veils: readonly Veil[]; plot: Plot; idPrefix: string };

const TAIL = 20;
/** A start known no better than this is a thin line: a full bar would claim too much. */
const VAGUE_MS = 5 * 86_400_000;

/** A bar from the first to the last known moment, its ends fading over what is not known of them. */
export function StrikeBarMark({ bar, y: rowY, veils, plot, idPrefix }: StrikeBarMarkProps) {
  const tone = bar.solidarity ? "solidarity" : "strike";
  const [from, begun, known, end] = [bar.startEarliest, bar.startLatest, bar.knownUntil, bar.endLatest].map(plot.x);
  if (from === undefined || begun === undefined || known === undefined || end === undefined) return null;
  const vague = bar.startLatest - bar.startEarliest > VAGUE_MS;
  const [y, height] = vague ? [rowY + BAR - 5, 5] : [rowY, BAR];
  const box = { y, height };
  const width = Math.max(4, end - from);
  const colour = `var(--${tone})`;
  return (
    <MarkLink href={bar.href} title={bar.title}>
      <g clipPath={`url(#${idPrefix}-plot)`}>
        <rect x={from} {...box} width={width} fill={bar.hatched ? `url(#${idPrefix}-${tone})` : colour} />
        {!vague && <line x1={from} x2={from + width} y1={y} y2={y} stroke={colour} strokeWidth="1.8" />}
        {veils.map((veil) => (
          <Band
            key={veil.id}
            from={Math.max(from, plot.x(veil.from))}
            to={Math.min(end, plot.x(veil.to))}
            {...box}
            paint={`url(#${idPrefix}-veil-on-bar)`}
          />
        ))}
        <Band from={from} to={begun} y={y - 1.5} height={height + 2} paint={`url(#${idPrefix}-in)`} />
        <Band from={known} to={end} y={y - 1.5} height={height + 2} paint={`url(#${idPrefix}-out)`} />
        <Tail x={from + width} y={y + height / 2} bar={bar} colour={colour} />
        <rect x={from} y={y - 4} width={width + TAIL} height={height + 8} fill="none" pointerEvents="all" />
      </g>
    </MarkLink>
  );
}

type BandProps = { from: number; to: number; y: number; height: number; paint: string };

function Band({ from, to, y, height, paint }: BandProps) {
  if (to - from < 1) return null;
  return <rect x={from - 0.5} y={y} width={to - from + 0.5} height={height} fill={paint} />;
}

type TailProps = { x: number; y: number; bar: StrikeBar; colour: string };

/** Nobody reported the end: a dotted line of one length for all, which stands for no time. Indefinite: an arrow. */
function Tail({ x, y, bar, colour }: TailProps) {
  if (bar.tail === "ended") return null;
  if (bar.tail === "open") {
    return <path d={`M${x} ${y}h${TAIL - 4}m-5-4l5 4l-5 4`} fill="none" stroke={colour} strokeWidth="1.6" />;
  }
  return <path d={`M${x + 3} ${y}h${TAIL - 3}`} stroke={colour} strokeWidth="2" strokeDasharray="2 3.4" />;
}
