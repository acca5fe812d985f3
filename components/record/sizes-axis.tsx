import { ClaimantGlyph } from "@/components/charts/claimant-glyph";
import type { SizeMark, SizesView } from "@/lib/features/workforces/view/sizes";
import { niceMaximum, niceTicks } from "@/lib/shared/chart/nice-scale";

type Props = Pick<SizesView, "marks" | "years"> & { title: string; note: string; number: (value: number) => string };

const HEIGHT = 260;
const TOP = 14;
const BOTTOM = HEIGHT - 26;
/** An open end goes on past its number. */
const ROOM_FOR_OPEN = 1.2;

/**
 * Claims of a size by the time they speak of, from zero: shape by claimant, open and dashed where another group is
 * meant. Times are shares of the width, so that letters and marks stay as large on a phone.
 */
export function SizesAxis({ marks, years, title, note, number }: Props) {
  const [first, last] = [years[0], years.at(-1)];
  if (marks.length === 0 || !first || !last) return null;
  const max = niceMaximum(
    marks.flatMap(({ bounds: { lower, upper } }) => [upper ?? (lower ?? 0) * ROOM_FOR_OPEN, lower ?? 0]),
  );
  const x = (at: number) => `${Math.round(((at - first.at) / (last.at - first.at)) * 10_000) / 100}%`;
  const y = (value: number) => BOTTOM - (value / max) * (BOTTOM - TOP);
  return (
    <figure className="mb-6 max-w-[44rem]">
      <div className="ps-14 pe-4">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links is no fieldset, and role img would hide them */}
        <svg width="100%" height={HEIGHT} className="block overflow-visible" role="group" aria-label={title}>
          {niceTicks(max, 4).map((tick) => (
            <g key={tick}>
              <line x1="0" x2="100%" y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
              <text x="-6" y={y(tick) + 4} fontSize="12" textAnchor="end" fill="var(--ink-2)">
                {number(tick)}
              </text>
            </g>
          ))}
          <Years years={years} x={x} />
          <line x1="0" x2="100%" y1={BOTTOM} y2={BOTTOM} stroke="var(--ink)" />
          {marks.map((mark) => (
            <Mark key={mark.id} mark={mark} x={x} y={y} />
          ))}
        </svg>
      </div>
      <figcaption className="text-sm text-ink-2">
        {title}. {note}
      </figcaption>
    </figure>
  );
}

function Years({ years, x }: Pick<Props, "years"> & Pick<MarkProps, "x">) {
  return years.map(({ at, label }) => (
    <g key={label}>
      <line x1={x(at)} x2={x(at)} y1={BOTTOM} y2={BOTTOM + 5} stroke="var(--ink)" />
      <text x={x(at)} y={BOTTOM + 19} fontSize="12" textAnchor="middle" fill="var(--ink-2)">
        {label}
      </text>
    </g>
  ));
}

type MarkProps = { mark: SizeMark; x: (at: number) => string; y: (value: number) => number };

function Mark({ mark: { id, label, claimant, comparable, at, bounds }, x, y }: MarkProps) {
  const low = bounds.lower === null ? BOTTOM : y(bounds.lower);
  const high = bounds.upper === null ? TOP : y(bounds.upper);
  const known = [bounds.lower, bounds.upper].filter((end) => end !== null);
  const height = y(known.reduce((sum, end) => sum + end, 0) / known.length);
  const dash = comparable ? {} : { strokeDasharray: "4 3" };
  const line = { fill: "none", stroke: "var(--ink)", strokeWidth: "1.5" } as const;
  return (
    <a href={`#${id}`} aria-label={label}>
      <title>{label}</title>
      <line x1={x(at.earliest)} x2={x(at.latest)} y1={height} y2={height} stroke="var(--ink-2)" {...dash} />
      <svg x={x((at.earliest + at.latest) / 2)} overflow="visible" aria-hidden="true">
        <line x1="0" x2="0" y1={low} y2={high} {...line} {...dash} />
        {bounds.upper === null ? <path d={`M-4 ${TOP + 6}L0 ${TOP}L4 ${TOP + 6}`} {...line} /> : null}
        {low === high ? null : known.map((end) => <path key={end} d={`M-9 ${y(end)}H9`} {...line} />)}
        <ClaimantGlyph claimant={claimant} disputed={!comparable} y={height} />
      </svg>
    </a>
  );
}
