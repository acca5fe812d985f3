import { ClaimantGlyph } from "@/components/charts/claimant-glyph";
import { isUnknown } from "@/lib/domain/quantity";
import type { ClaimGroup, ClaimView } from "@/lib/features/records/view/claims";
import { niceMaximum, niceTicks } from "@/lib/shared/chart/nice-scale";

type Props = {
  group: ClaimGroup;
  title: string;
  texts: { unknown: string; accepted: string };
  number: (value: number) => string;
};

const WIDTH = 360;
const LEFT = 10;
const RIGHT = 346;
const TOP = 22;
const ROW = 44;
/** As many letters of the widest script as fit in bold. */
const LONGEST_LABEL = 48;
/** Keeps a label readable where it crosses a line. */
const HALO = { stroke: "var(--paper)", strokeWidth: 3, paintOrder: "stroke" };
/** An open end goes on past the highest number, with an arrow. */
const ROOM_FOR_OPEN = 1.25;

/**
 * The claims of one group on one scale from zero: shape by claimant, a whisker from the lower to the upper end, an
 * arrow where it is open, open and dashed when disputed. A claim without a number has a row and no mark.
 */
export function ClaimsAxis({ group, title, texts, number }: Props) {
  const known = group.claims.filter(({ quantity }) => !isUnknown(quantity));
  if (known.length === 0) return null;
  const isPercent = known.every(({ quantity }) => quantity.unit === "percent");
  const max = isPercent ? 100 : maximumOf(known);
  const x = (value: number) => LEFT + (value / max) * (RIGHT - LEFT);
  const bottom = TOP + group.claims.length * ROW;
  return (
    <figure className="mb-6 max-w-[30rem]">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links is no fieldset, and role img would hide them */}
      <svg viewBox={`0 0 ${WIDTH} ${bottom + 22}`} className="block h-auto w-full" role="group" aria-label={title}>
        <Band group={group} x={x} bottom={bottom} text={texts.accepted} />
        {niceTicks(max, 4).map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={TOP} y2={bottom} stroke="var(--rule)" />
            <text x={x(tick)} y={bottom + 15} fontSize="11" textAnchor={anchorAt(tick, max)} fill="var(--ink-2)">
              {isPercent ? `${number(tick)} %` : number(tick)}
            </text>
          </g>
        ))}
        <line x1={LEFT} x2={RIGHT} y1={bottom} y2={bottom} stroke="var(--ink)" />
        {group.claims.map((claim, index) => (
          <ClaimRow key={claim.id} claim={claim} y={TOP + index * ROW} x={x} unknown={texts.unknown} />
        ))}
      </svg>
      <figcaption className="text-sm text-ink-2">{title}</figcaption>
    </figure>
  );
}

function maximumOf(claims: readonly ClaimView[]): number {
  const ends = claims.flatMap(({ quantity: { lower, upper } }) => [upper ?? (lower ?? 0) * ROOM_FOR_OPEN, lower ?? 0]);
  return niceMaximum(ends);
}

function anchorAt(tick: number, max: number): "start" | "middle" | "end" {
  if (tick === 0) return "start";
  return tick === max ? "end" : "middle";
}

type BandProps = { group: ClaimGroup; x: (value: number) => number; bottom: number; text: string };

function Band({ group: { acceptedBounds }, x, bottom, text }: BandProps) {
  if (acceptedBounds === null || isUnknown(acceptedBounds)) return null;
  const from = acceptedBounds.lower === null ? LEFT : x(acceptedBounds.lower);
  const to = acceptedBounds.upper === null ? RIGHT : x(acceptedBounds.upper);
  const middle = Math.min(Math.max((from + to) / 2, 40), WIDTH - 40);
  return (
    <g>
      <rect
        x={from - 3}
        width={to - from + 6}
        y={TOP - 4}
        height={bottom - TOP + 4}
        fill="var(--rally-soft)"
        opacity="0.45"
      />
      <text x={middle} y={12} fontSize="11" textAnchor="middle" fill="var(--ink-2)">
        {text}
      </text>
    </g>
  );
}

type RowProps = { claim: ClaimView; y: number; x: (value: number) => number; unknown: string };

function ClaimRow({ claim, y, x, unknown }: RowProps) {
  const { quantity, disputed } = claim;
  const line = y + 30;
  const label = `${claim.amount} · ${claim.claimant}`;
  const shown = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : label;
  return (
    <a href={`#${claim.id}`} className="no-underline">
      <text x={LEFT} y={y + 14} fontSize="11.5" fontWeight={claim.isThis ? 700 : 400} fill="var(--ink)" {...HALO}>
        {shown}
      </text>
      {isUnknown(quantity) ? (
        <text x={LEFT} y={line + 4} fontSize="11" fontStyle="italic" fill="var(--ink-2)">
          {unknown}
        </text>
      ) : (
        <Whisker claim={claim} line={line} x={x} dashed={disputed} />
      )}
    </a>
  );
}

type WhiskerProps = { claim: ClaimView; line: number; x: (value: number) => number; dashed: boolean };

function Whisker({ claim: { quantity, claimantKind, disputed }, line, x, dashed }: WhiskerProps) {
  const from = quantity.lower === null ? LEFT : x(quantity.lower);
  const to = quantity.upper === null ? RIGHT : x(quantity.upper);
  const known = [quantity.lower, quantity.upper].filter((end) => end !== null);
  const at = x(known.reduce((sum, end) => sum + end, 0) / known.length);
  const dash = dashed ? { strokeDasharray: "4 3" } : {};
  return (
    <g>
      <line x1={from} x2={to} y1={line} y2={line} stroke="var(--ink)" strokeWidth="1.5" {...dash} />
      {quantity.upper === null ? <Arrow x={RIGHT} y={line} way={1} /> : null}
      {quantity.lower === null ? <Arrow x={LEFT} y={line} way={-1} /> : null}
      <ClaimantGlyph claimant={claimantKind} disputed={disputed} x={at} y={line} />
    </g>
  );
}

function Arrow({ x, y, way }: { x: number; y: number; way: 1 | -1 }) {
  return (
    <path
      d={`M${x - 6 * way} ${y - 4}L${x} ${y}L${x - 6 * way} ${y + 4}`}
      fill="none"
      stroke="var(--ink)"
      strokeWidth="1.5"
    />
  );
}
