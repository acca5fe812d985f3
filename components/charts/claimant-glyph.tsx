import type { Claimant } from "@/lib/domain/measure";

/** The outline of each claimant round 0,0, of about one area, so that the shape alone tells them apart. */
const OUTLINES: Readonly<Record<Claimant, string>> = {
  employer: "M-5-5H5V5H-5Z",
  union: "M0-6.6L6.4 4.6H-6.4Z",
  workers: "M-5.8 0A5.8 5.8 0 1 1 5.8 0A5.8 5.8 0 1 1-5.8 0Z",
  state: "M0-7L7 0L0 7L-7 0Z",
  press: "M0 6.6L6.4-4.6H-6.4Z",
  organisers: "M-2.2-6.2H2.2V-2.2H6.2V2.2H2.2V6.2H-2.2V2.2H-6.2V-2.2H-2.2Z",
  researchers: "M-3.2-5.6H3.2L6.4 0L3.2 5.6H-3.2L-6.4 0Z",
  other: "M0-6.6L2-2H6.6L3 1.4L4.4 6.2L0 3.4L-4.4 6.2L-3 1.4L-6.6-2H-2Z",
};

type ClaimantGlyphProps = { claimant: Claimant; disputed: boolean; x?: number; y?: number; colour?: string };

/** Filled when the claim stands, open and dashed when it is disputed. */
export function ClaimantGlyph({ claimant, disputed, x = 0, y = 0, colour = "var(--ink)" }: ClaimantGlyphProps) {
  return (
    <path
      d={OUTLINES[claimant]}
      transform={`translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`}
      fill={disputed ? "var(--paper)" : colour}
      stroke={disputed ? colour : "var(--paper)"}
      strokeWidth={disputed ? 1.6 : 1}
      {...(disputed ? { strokeDasharray: "2.6 1.6" } : {})}
    />
  );
}
