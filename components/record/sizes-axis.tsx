import { ClaimantGlyph } from "@/components/charts/claimant-glyph";
import type { SizeMark, SizesView } from "@/lib/features/workforces/view/sizes";
import { niceMaximum, niceTicks } from "@/lib/shared/chart/nice-scale";

type Props = Pick<SizesView, "marks" | "years"> & { title: string; note: string; number: (value: number) => string };

const WIDTH = 640;
const HEIGHT = 260;
const LEFT = 58;
const RIGHT = WIDTH - 14;
const TOP = 14;
const BOTTOM = HEIGHT - 26;
/** An open end goes on past its number. */
const ROOM_FOR_OPEN = 1.2;

/** Claims of a size by the time they speak of, from zero: shape by claimant, open and dashed where another group is meant. */
export function SizesAxis({ marks, years, title, note, number }: Props) {
  const [first, last] = [years[0], years.at(-1)];
  if (marks.length === 0 || !first || !last) return null;
  const max = niceMaximum(
    marks.flatMap(({ bounds: { lower, upper } }) => [upper ?? (lower ?? 0) * ROOM_FOR_OPEN, lower ?? 0]),
  );
  const x = (at: number) => LEFT + ((at - first.at) / (last.at - first.at)) * (RIGHT - LEFT);
  const y = (value: number) => BOTTOM - (value / max) * (BOTTOM - TOP);
  return (
    <figure className="mb-6 max-w-[44rem]">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links is no fieldset, and role img would hide them */}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="block h-auto w-full" role="group" aria-label={title}>
        {niceTicks(max, 4).map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={RIGHT} y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
            <text x={LEFT - 6} y={y(tick) + 4} fontSize="12" textAnchor="end" fill="var(--ink-2)">
              {number(tick)}
            </text>
          </g>
        ))}
        {years.map(({ at, label }) => (
          <g key={label}>
            <line x1={x(at)} x2={x(at)} y1={BOTTOM} y2={BOTTOM + 5} stroke="var(--ink)" />
            <text
              x={x(at)}
              y={BOTTOM + 19}
              fontSize="12"
              textAnchor={at === last.at ? "end" : "middle"}
              fill="var(--ink-2)"
            >
              {label}
            </text>
          </g>
        ))}
        <line x1={LEFT} x2={RIGHT} y1={BOTTOM} y2={BOTTOM} stroke="var(--ink)" />
        {marks.map((mark) => (
          <Mark key={mark.id} mark={mark} x={x} y={y} />
        ))}
      </svg>
      <figcaption className="text-sm text-ink-2">
        {title}. {note}
      </figcaption>
    </figure>
  );
}

type MarkProps = { mark: SizeMark; x: (at: number) => number; y: (value: number) => number };

function Mark({ mark: { id, label, claimant, comparable, at, bounds }, x, y }: MarkProps) {
  const [from, to] = [x(at.earliest), x(at.latest)];
  const middle = (from + to) / 2;
  const low = bounds.lower === null ? BOTTOM : y(bounds.lower);
  const high = bounds.upper === null ? TOP : y(bounds.upper);
  const known = [bounds.lower, bounds.upper].filter((end) => end !== null);
  const height = y(known.reduce((sum, end) => sum + end, 0) / known.length);
  const dash = comparable ? {} : { strokeDasharray: "4 3" };
  return (
    <a href={`#${id}`} aria-label={label}>
      <title>{label}</title>
      <line x1={from} x2={to} y1={height} y2={height} stroke="var(--ink-2)" {...dash} />
      <line x1={middle} x2={middle} y1={low} y2={high} stroke="var(--ink)" strokeWidth="1.5" {...dash} />
      {bounds.upper === null ? (
        <path
          d={`M${middle - 4} ${TOP + 6}L${middle} ${TOP}L${middle + 4} ${TOP + 6}`}
          fill="none"
          stroke="var(--ink)"
          strokeWidth="1.5"
        />
      ) : null}
      <ClaimantGlyph claimant={claimant} disputed={!comparable} x={middle} y={height} />
    </a>
  );
}
