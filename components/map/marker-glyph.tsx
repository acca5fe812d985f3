import type { MarkerKind } from "./map-types";

/** The outline of each kind with the area of a circle of this radius, so that sizes compare across kinds. */
function outlineOf(kind: MarkerKind, radius: number): string {
  const r = radius.toFixed(1);
  if (kind === "rally") {
    const d = (radius * 1.253).toFixed(1);
    return `M0-${d}L${d} 0L0 ${d}L-${d} 0Z`;
  }
  if (kind === "state_action") {
    const h = (radius * 0.886).toFixed(1);
    return `M-${h}-${h}H${h}V${h}H-${h}Z`;
  }
  return `M-${r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1-${r} 0Z`;
}

type MarkerGlyphProps = { kind: MarkerKind; inner: number; outer: number | null; known: boolean };

/** Shape says what happened, size how many, hollow that no one has said; drawn round 0,0. */
export function MarkerGlyph({ kind, inner, outer, known }: MarkerGlyphProps) {
  const outline = outlineOf(kind, inner);
  return (
    <>
      {outer !== null && (
        <path
          d={outlineOf(kind, outer)}
          fill="var(--paper)"
          fillOpacity="0.35"
          stroke="var(--ink)"
          strokeWidth="1.1"
          data-part="upper"
        />
      )}
      <path d={outline} fill="none" stroke="var(--paper)" strokeWidth={known ? 3 : 4.5} />
      <path
        d={outline}
        fill={known ? "var(--ink)" : "var(--paper)"}
        stroke="var(--ink)"
        strokeWidth={known ? 0 : 1.8}
        data-part={known ? "known" : "hollow"}
      />
      {kind === "both" && (
        <path
          d={outlineOf("rally", inner * 0.66)}
          fill={known ? "var(--paper)" : "none"}
          stroke={known ? "none" : "var(--ink)"}
          strokeWidth="1.4"
        />
      )}
    </>
  );
}
