import type { CrowdClaim } from "@/lib/shared/chart/drawing";
import { ClaimantGlyph } from "./claimant-glyph";
import { ARROW, type ClaimLayout, middleOf, SMALL_FACE, SMALL_LEADING } from "./crowds-layout";
import { MarkLink } from "./mark-link";
import type { Plot } from "./plot";
import { TextLines } from "./text-lines";

type CrowdClaimMarkProps = { claim: CrowdClaim; place: ClaimLayout; plot: Plot };

/** One claim: its shape where it is counted, a whisker over its range, an arrow where an end is open. */
export function CrowdClaimMark({ claim, place, plot }: CrowdClaimMarkProps) {
  const { lower, upper, disputed } = claim;
  const { y, anchor, label, labelY } = place;
  const x = plot.x(middleOf(claim));
  const dash = disputed ? { strokeDasharray: "3 2.4" } : {};
  return (
    <MarkLink href={claim.href} title={claim.title} written={claim.label}>
      <rect x={x - 12} y={y - 9} width={24} height={18} fill="none" pointerEvents="all" />
      <TextLines
        lines={label}
        x={place.x}
        y={labelY}
        leading={SMALL_LEADING}
        colour="var(--ink)"
        halo
        {...{ anchor, ...SMALL_FACE }}
      />
      {lower !== upper && (
        <path d={whisker(claim, { x, y, plot })} fill="none" stroke="var(--ink)" strokeWidth="1.5" {...dash} />
      )}
      <ClaimantGlyph claimant={claim.claimant} disputed={disputed} x={x} y={y} />
    </MarkLink>
  );
}

function whisker({ lower, upper }: CrowdClaim, { x, y, plot }: { x: number; y: number; plot: Plot }): string {
  const low = lower === null ? plot.x(0) : plot.x(lower);
  const high = upper === null ? x + ARROW : plot.x(upper);
  const foot = lower === null ? "" : `M${low} ${y - 4}v8`;
  const head = upper === null ? `M${high - 5} ${y - 3.5}l5 3.5l-5 3.5` : `M${high} ${y - 4}v8`;
  return `M${low} ${y}H${high}${foot}${head}`;
}
