import type { ClaimAxis } from "@/lib/features/entries/view/claim-axis";

type Props = { axis: ClaimAxis; label: string; names: ReadonlyMap<string, string>; low: string; high: string };

const row = 26;
const left = 130;
const width = 470;

/** The proposed claim among those on record: a dot for a number, a bar for a range, an arrow for an open end. */
export function AxisDrawing({ axis, label, names, low, high }: Props) {
  const height = axis.marks.length * row + 30;
  const x = (hundredth: number) => left + (hundredth / 100) * width;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${left + width + 20} ${height}`} className="mb-6 w-full max-w-2xl">
      <line x1={left} x2={left + width} y1={height - 22} y2={height - 22} stroke="var(--rule-2)" />
      <text x={left} y={height - 6} fontSize="12" fill="var(--ink-2)">
        {low}
      </text>
      <text x={left + width} y={height - 6} fontSize="12" textAnchor="end" fill="var(--ink-2)">
        {high}
      </text>
      {axis.marks.map((mark, index) => {
        const y = index * row + 14;
        const isProposed = mark.id === "proposed";
        const colour = isProposed ? "var(--strike)" : "var(--ink)";
        return (
          <g key={mark.id}>
            <text x={0} y={y + 4} fontSize="12" fontWeight={isProposed ? 700 : 400} fill="var(--ink)">
              {names.get(mark.id) ?? mark.id}
            </text>
            <line x1={x(mark.from)} x2={x(mark.to)} y1={y} y2={y} stroke={colour} strokeWidth={isProposed ? 5 : 3} />
            <End at={x(mark.from)} y={y} colour={colour} isOpen={mark.isOpenBelow} towards={-1} />
            <End at={x(mark.to)} y={y} colour={colour} isOpen={mark.isOpenAbove} towards={1} />
          </g>
        );
      })}
    </svg>
  );
}

type EndProps = { at: number; y: number; colour: string; isOpen: boolean; towards: 1 | -1 };

function End({ at, y, colour, isOpen, towards }: EndProps) {
  if (!isOpen) return <circle cx={at} cy={y} r={5} fill={colour} />;
  return (
    <path d={`M${at - 8 * towards} ${y - 6} L${at} ${y} L${at - 8 * towards} ${y + 6}`} fill="none" stroke={colour} />
  );
}
