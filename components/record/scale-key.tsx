import type { ReactNode } from "react";
import type { ClaimGroup } from "@/lib/features/records/view/claims";
import type { RecordWords } from "@/lib/features/records/view/context";
import { Glyph } from "./claim-marks";

type Props = { group: ClaimGroup; words: RecordWords };

/** What the marks of this scale mean; only those that are on it. */
export function ScaleKey({ group, words }: Props) {
  const known = group.claims.filter(({ id }) => group.scale?.marks[id] !== undefined);
  const kinds = new Map(known.map(({ claimantKind, claimantLabel }) => [claimantKind, claimantLabel]));
  const plain = { disputed: false, preferred: false, setAside: false, colour: "var(--ink)" } as const;
  return (
    <ul aria-label={words("page.key")} className="mt-2 flex flex-wrap gap-x-5 gap-y-1.5 px-3 text-xs text-ink-2">
      {[...kinds].map(([claimant, label]) => (
        <Entry key={claimant} text={label}>
          <svg x="15" y="8" overflow="visible" aria-hidden="true">
            <Glyph {...plain} claimant={claimant} />
          </svg>
        </Entry>
      ))}
      {SIGNS.filter(({ isUsed }) => isUsed(group)).map(({ sign, drawing }) => (
        <Entry key={sign} text={words(`page.keySign.${sign}`)}>
          {drawing}
        </Entry>
      ))}
    </ul>
  );
}

function Entry({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg viewBox="0 0 30 16" width="30" height="16" aria-hidden="true" className="shrink-0 overflow-visible">
        {children}
      </svg>
      {text}
    </li>
  );
}

const marksOf = ({ scale }: ClaimGroup) => Object.values(scale?.marks ?? {});
const line = { fill: "none", stroke: "var(--ink)", strokeWidth: 1.5 } as const;

const SIGNS = [
  {
    sign: "accepted",
    isUsed: ({ scale }: ClaimGroup) => scale?.accepted !== null,
    drawing: (
      <>
        <rect x="4" y="1" width="22" height="14" fill="var(--rally-soft)" fillOpacity="0.5" />
        <path d="M4 1V15M26 1V15" stroke="var(--rally)" strokeWidth="2" />
      </>
    ),
  },
  {
    sign: "range",
    isUsed: (group: ClaimGroup) =>
      marksOf(group).some(({ from, to, isOpenBelow, isOpenAbove }) => from !== to && !isOpenBelow && !isOpenAbove),
    drawing: <path d="M3 8h24M3 3v10M27 3v10" {...line} />,
  },
  {
    sign: "open",
    isUsed: (group: ClaimGroup) => marksOf(group).some(({ isOpenBelow, isOpenAbove }) => isOpenBelow || isOpenAbove),
    drawing: <path d="M3 8h24M21 3l6 5l-6 5" {...line} />,
  },
  {
    sign: "disputed",
    isUsed: ({ claims }: ClaimGroup) => claims.some(({ disputed }) => disputed),
    drawing: <path d="M1 8h28" {...line} strokeDasharray="4 3" />,
  },
  {
    sign: "preferred",
    isUsed: ({ claims }: ClaimGroup) => claims.some(({ standingKind }) => standingKind === "preferred"),
    drawing: <circle cx="15" cy="8" r="7" {...line} />,
  },
  {
    sign: "setAside",
    isUsed: ({ claims }: ClaimGroup) => claims.some(({ standingKind }) => standingKind === "deprecated"),
    drawing: <path d="M3 8h24" {...line} stroke="var(--rule-2)" />,
  },
] as const;
