import { ClaimantGlyph } from "@/components/charts/claimant-glyph";
import type { Claimant } from "@/lib/domain/measure";
import type { ScaleSpan } from "@/lib/features/records/view/claim-scale";

type Look = { claimant: Claimant; disputed: boolean; preferred: boolean; setAside: boolean };

/**
 * One claim as it lies on the scale: the shape of its claimant on a whisker with an end or an arrow at either side,
 * open and dashed when disputed, ringed when preferred, pale when set aside. Positions are shares of the width, so
 * that the drawing grows with the page and its lines do not.
 */
export function ClaimMark({ mark, look }: { mark: ScaleSpan & { at: number }; look: Look }) {
  const colour = look.setAside ? "var(--rule-2)" : "var(--ink)";
  const dash = look.disputed ? { strokeDasharray: "4 3" } : {};
  const end = { colour, isPoint: mark.from === mark.to, reach: look.preferred ? 12 : 9 };
  return (
    <svg width="100%" height="24" aria-hidden="true" className="block overflow-visible">
      <line x1={`${mark.from}%`} x2={`${mark.to}%`} y1="12" y2="12" stroke={colour} strokeWidth="1.5" {...dash} />
      <End at={mark.from} isOpen={mark.isOpenBelow} way={-1} {...end} />
      <End at={mark.to} isOpen={mark.isOpenAbove} way={1} {...end} />
      <svg x={`${mark.at}%`} y="12" overflow="visible" aria-hidden="true">
        <Glyph {...look} colour={colour} />
      </svg>
    </svg>
  );
}

export function Glyph({ claimant, disputed, preferred, colour }: Look & { colour: string }) {
  return (
    <>
      {preferred ? <circle r="10.5" fill="none" stroke={colour} strokeWidth="1.5" /> : null}
      <ClaimantGlyph claimant={claimant} disputed={disputed} colour={colour} />
    </>
  );
}

/** `reach`: beyond the glyph, so that a range narrower than that still shows its ends. */
type EndProps = { at: number; isOpen: boolean; way: 1 | -1; colour: string; isPoint: boolean; reach: number };

function End({ at, isOpen, way, colour, isPoint, reach }: EndProps) {
  if (isPoint && !isOpen) return null;
  const path = isOpen ? `M${-6 * way} -5L0 0L${-6 * way} 5` : `M0 ${-reach}V${reach}`;
  return (
    <svg x={`${at}%`} y="12" overflow="visible" aria-hidden="true">
      <path d={path} fill="none" stroke={colour} strokeWidth="1.5" />
    </svg>
  );
}
