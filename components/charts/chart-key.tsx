import type { Claimant } from "@/lib/domain/measure";
import type { ChartKeyEntry, KeyMark } from "@/lib/shared/chart/chart";
import { ChartPatterns } from "./chart-patterns";
import { ClaimantGlyph } from "./claimant-glyph";

type ChartKeyProps = { idPrefix: string; title: string; entries: readonly ChartKeyEntry[] };

/** What the marks of this drawing mean; each shown as it is drawn. */
export function ChartKey({ idPrefix, title, entries }: ChartKeyProps) {
  if (entries.length === 0) return null;
  return (
    <div className="mt-3 text-xs text-(--ink-2)">
      <svg width="0" height="0" aria-hidden="true" className="absolute">
        <ChartPatterns idPrefix={idPrefix} />
      </svg>
      <ul aria-label={title} className="flex flex-wrap gap-x-5 gap-y-1.5">
        {entries.map(({ mark, text }) => (
          <li key={mark} className="flex items-center gap-2">
            <svg viewBox="0 0 30 16" width="30" height="16" aria-hidden="true" className="shrink-0">
              <KeySwatch mark={mark} idPrefix={idPrefix} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

function KeySwatch({ mark, idPrefix }: { mark: KeyMark; idPrefix: string }) {
  const box = { x: 0, y: 2, width: 30, height: 12 };
  if (mark.startsWith("claimant:")) {
    return <ClaimantGlyph claimant={mark.slice("claimant:".length) as Claimant} disputed={false} x={15} y={8} />;
  }
  if (mark === "strike" || mark === "solidarity" || mark === "rally") return <rect {...box} fill={`var(--${mark})`} />;
  if (mark === "hatch") return <rect {...box} fill={`url(#${idPrefix}-unknown)`} />;
  if (mark === "veil") return <rect {...box} fill={`url(#${idPrefix}-veil)`} />;
  if (mark === "accepted") return <rect {...box} fill="var(--ink)" fillOpacity="0.12" />;
  if (mark === "disputed") return <ClaimantGlyph claimant="workers" disputed x={15} y={8} />;
  return <LineSwatch mark={mark} idPrefix={idPrefix} box={box} />;
}

type Box = { x: number; y: number; width: number; height: number };

function LineSwatch({ mark, idPrefix, box }: { mark: KeyMark; idPrefix: string; box: Box }) {
  if (mark === "fade") {
    return (
      <>
        <rect {...box} fill="var(--ink-2)" />
        <rect {...box} fill={`url(#${idPrefix}-in)`} />
      </>
    );
  }
  if (mark === "possible") {
    return <rect {...box} fill={`url(#${idPrefix}-unknown)`} stroke="var(--unknown)" strokeDasharray="2.5 1.8" />;
  }
  const path = {
    unreported_end: "M2 8h26",
    open_end: "M2 8h25m-5-4l5 4l-5 4",
    range: "M3 8h24M3 4v8M22 4l5 4l-5 4",
  }[mark as "unreported_end" | "open_end" | "range"];
  const dash = mark === "unreported_end" ? { strokeDasharray: "2 3.4" } : {};
  return <path d={path} fill="none" stroke="var(--ink-2)" strokeWidth="1.8" {...dash} />;
}
