import type { StrikeBar } from "@/lib/shared/chart/drawing";
import { MarkLink } from "./mark-link";
import type { Plot } from "./participation-chart";
import { BAR } from "./participation-layout";

type StrikeBarMarkProps = { bar: StrikeBar; y: number; plot: Plot; idPrefix: string };

const TAIL = 20;

/** A bar from the first to the last known moment, its ends fading over what is not known of them. */
export function StrikeBarMark({ bar, y, plot, idPrefix }: StrikeBarMarkProps) {
  const tone = bar.solidarity ? "solidarity" : "strike";
  const [earliest, latest, known, end] = [bar.startEarliest, bar.startLatest, bar.knownUntil, bar.endLatest].map(
    plot.x,
  );
  if (earliest === undefined || latest === undefined || known === undefined || end === undefined) return null;
  const width = Math.max(4, end - earliest);
  const colour = `var(--${tone})`;
  return (
    <MarkLink href={bar.href} title={bar.title}>
      <g clipPath={`url(#${idPrefix}-plot)`}>
        <rect x={earliest} y={y} width={width} height={BAR} fill={bar.hatched ? `url(#${idPrefix}-${tone})` : colour} />
        <line x1={earliest} x2={earliest + width} y1={y} y2={y} stroke={colour} strokeWidth="1.8" />
        <Fade from={earliest} to={latest} y={y} paint={`url(#${idPrefix}-in)`} />
        <Fade from={known} to={end} y={y} paint={`url(#${idPrefix}-out)`} />
        <Tail x={earliest + width} y={y + BAR / 2} bar={bar} colour={colour} />
        <rect x={earliest} y={y - 4} width={width + TAIL} height={BAR + 9} fill="none" pointerEvents="all" />
      </g>
    </MarkLink>
  );
}

function Fade({ from, to, y, paint }: { from: number; to: number; y: number; paint: string }) {
  if (to - from < 1) return null;
  return <rect x={from - 0.5} y={y - 1.5} width={to - from + 0.5} height={BAR + 2} fill={paint} />;
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
