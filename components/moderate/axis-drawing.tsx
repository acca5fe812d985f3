import type { AxisMark, AxisTick, ClaimAxis } from "@/lib/features/entries/view/claim-axis";

/** Letters stay readable across the lines behind them. */
const HALO = { stroke: "var(--paper)", strokeWidth: 4, paintOrder: "stroke" } as const;

type Props = {
  axis: ClaimAxis;
  label: string;
  names: ReadonlyMap<string, string>;
  /** Those that count in no range with the others; they stand last, under a title of their own. */
  near: ReadonlySet<string>;
  nearTitle: string;
  /** A number of the axis as it is written. */
  say: (value: number) => string;
};

const ROW = 44;
const NAME = 16;
const BAR = 30;
const FOOT = 28;
const TITLE = 30;

/**
 * The proposed claim among those on record, each under its name: a dot for a number, a bar between two ends for a
 * range, an arrow for an open end. Positions are shares of the width, so that letters stay as large on a phone.
 */
export function AxisDrawing({ axis, label, names, near, nearTitle, say }: Props) {
  const firstNear = axis.marks.findIndex(({ id }) => near.has(id));
  const topOf = (index: number) => index * ROW + (firstNear >= 0 && index >= firstNear ? TITLE : 0);
  const foot = topOf(axis.marks.length) + 8;
  return (
    <div className="mb-6 max-w-2xl px-2">
      <svg role="img" aria-label={label} width="100%" height={foot + FOOT} className="block overflow-visible">
        {axis.ticks.map((tick) => (
          <Tick key={tick.value} tick={tick} foot={foot} label={say(tick.value)} />
        ))}
        <line x1="0" x2="100%" y1={foot} y2={foot} stroke="var(--rule-2)" />
        {firstNear < 0 ? null : (
          <text x="0" y={firstNear * ROW + TITLE - 6} fontSize="12" fontStyle="italic" fill="var(--ink-2)" {...HALO}>
            {nearTitle}
          </text>
        )}
        {axis.marks.map((mark, index) => (
          <svg key={mark.id} y={topOf(index)} overflow="visible" aria-hidden="true">
            <Mark mark={mark} name={names.get(mark.id) ?? mark.id} look={lookOf(mark.id, near)} />
          </svg>
        ))}
      </svg>
    </div>
  );
}

type TickProps = { tick: AxisTick; foot: number; label: string };

/** The labels of the ends stand within the drawing. */
function Tick({ tick: { at }, foot, label }: TickProps) {
  const anchor = at === 0 ? "start" : at > 99 ? "end" : "middle";
  return (
    <>
      <line x1={`${at}%`} x2={`${at}%`} y1="0" y2={foot + 4} stroke="var(--rule)" />
      <text x={`${at}%`} y={foot + 18} fontSize="12" textAnchor={anchor} fill="var(--ink-2)">
        {label}
      </text>
    </>
  );
}

type Look = { colour: string; weight: number; width: number; dashes: string | undefined };

/** What is near is dashed and hollow, so that it does not look like one of those that count together. */
function lookOf(id: string, near: ReadonlySet<string>): Look {
  if (id === "proposed") return { colour: "var(--strike)", weight: 700, width: 5, dashes: undefined };
  if (near.has(id)) return { colour: "var(--ink-2)", weight: 400, width: 2, dashes: "5 4" };
  return { colour: "var(--ink)", weight: 400, width: 3, dashes: undefined };
}

type MarkProps = { mark: AxisMark; name: string; look: Look };

function Mark({ mark, name, look: { colour, weight, width, dashes } }: MarkProps) {
  const { from, to, isOpenBelow, isOpenAbove } = mark;
  const isPoint = from === to && !isOpenBelow && !isOpenAbove;
  return (
    <>
      <text x="0" y={NAME} fontSize="12" fontWeight={weight} fill="var(--ink)" {...HALO}>
        {name}
      </text>
      {isPoint ? (
        <circle
          cx={`${from}%`}
          cy={BAR}
          r="5"
          fill={dashes ? "var(--paper)" : colour}
          stroke={colour}
          strokeWidth={dashes ? 2 : 0}
        />
      ) : (
        <>
          <line
            x1={`${from}%`}
            x2={`${to}%`}
            y1={BAR}
            y2={BAR}
            stroke={colour}
            strokeWidth={width}
            strokeDasharray={dashes}
          />
          <End at={from} colour={colour} isOpen={isOpenBelow} towards={-1} />
          <End at={to} colour={colour} isOpen={isOpenAbove} towards={1} />
        </>
      )}
    </>
  );
}

type EndProps = { at: number; colour: string; isOpen: boolean; towards: 1 | -1 };

function End({ at, colour, isOpen, towards }: EndProps) {
  return (
    <svg x={`${at}%`} y={BAR} overflow="visible" aria-hidden="true">
      <path
        d={isOpen ? `M${-8 * towards} -6L0 0L${-8 * towards} 6` : "M0 -8V8"}
        fill="none"
        stroke={colour}
        strokeWidth="2"
      />
    </svg>
  );
}
