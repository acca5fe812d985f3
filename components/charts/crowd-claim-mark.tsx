import type { CrowdClaim } from "@/lib/shared/chart/drawing";
import { ClaimantGlyph } from "./claimant-glyph";
import { SMALL_FACE } from "./crowds-layout";
import { MarkLink } from "./mark-link";
import type { Plot } from "./participation-chart";
import { flowText, textWidth } from "./text-flow";
import { TextLines } from "./text-lines";

const ARROW = 22;

/** One claim: its shape where it is counted, a whisker over its range, an arrow where an end is open. */
export function CrowdClaimMark({ claim, y, plot }: { claim: CrowdClaim; y: number; plot: Plot }) {
  const { lower, upper, disputed } = claim;
  const middle = lower === null ? (upper ?? 0) : upper === null ? lower : (lower + upper) / 2;
  const x = plot.x(middle);
  const end = upper === null ? x + ARROW : plot.x(upper);
  const label = placeLabel(claim.label, { start: plot.x(lower ?? 0), end, plot });
  const dash = disputed ? { strokeDasharray: "3 2.4" } : {};
  return (
    <MarkLink href={claim.href} title={claim.title}>
      <rect x={label.left} y={y - 8} width={label.width} height={16} fill="none" pointerEvents="all" />
      {lower !== upper && (
        <path d={whisker(claim, { x, y, plot })} fill="none" stroke="var(--ink)" strokeWidth="1.5" {...dash} />
      )}
      <ClaimantGlyph claimant={claim.claimant} disputed={disputed} x={x} y={y} />
      <TextLines
        lines={label.lines}
        x={label.x}
        y={y + 4}
        anchor={label.anchor}
        leading={0}
        colour="var(--ink)"
        halo
        {...SMALL_FACE}
      />
    </MarkLink>
  );
}

type Room = { start: number; end: number; plot: Plot };

/** On the side with more room, shortened only when even that is too little. */
function placeLabel(text: string, { start, end, plot }: Room) {
  const [leftRoom, rightRoom] = [start - 12 - plot.left, plot.right + 12 - end - 10];
  const onRight = textWidth(text, SMALL_FACE) <= rightRoom || rightRoom >= leftRoom;
  const lines = flowText([{ text, href: null }], {
    width: onRight ? rightRoom : leftRoom,
    face: SMALL_FACE,
    maxLines: 1,
  });
  const width = textWidth(
    lines
      .flat()
      .map((piece) => piece.text)
      .join(""),
    SMALL_FACE,
  );
  const x = onRight ? end + 10 : start - 10;
  const anchor: "start" | "end" = onRight ? "start" : "end";
  return { lines, x, anchor, left: onRight ? start - 8 : x - width, width: width + 18 + (end - start) };
}

function whisker({ lower, upper }: CrowdClaim, { x, y, plot }: { x: number; y: number; plot: Plot }): string {
  const low = lower === null ? plot.x(0) : plot.x(lower);
  const high = upper === null ? x + ARROW - 3 : plot.x(upper);
  const foot = lower === null ? "" : `M${low} ${y - 4}v8`;
  const head = upper === null ? `M${high - 5} ${y - 3.5}l5 3.5l-5 3.5` : `M${high} ${y - 4}v8`;
  return `M${low} ${y}H${high}${foot}${head}`;
}
