import { MapPatterns } from "./map-patterns";
import type { MapState } from "./map-types";
import { MarkerGlyph } from "./marker-glyph";
import { coatsOf } from "./region-ground";

export type MapLegendProps = {
  idPrefix: string;
  title: string;
  states: Readonly<Record<MapState | "both" | "possible", string>>;
  markers: Readonly<Record<"strike" | "rally" | "both" | "state_action" | "unknown" | "upper", string>>;
};

const swatches = [
  { key: "strike", states: ["strike"] },
  { key: "both", states: ["strike", "rally"] },
  { key: "rally", states: ["rally"] },
  { key: "state_action", states: ["state_action"] },
  { key: "possible", states: ["rally"], possible: ["rally"] },
  { key: "nothing_reported", states: ["nothing_reported"] },
  { key: "no_coverage", states: ["nothing_reported", "no_coverage"] },
] as const;

const glyphs = [
  { key: "strike", kind: "strike", outer: null, known: true },
  { key: "rally", kind: "rally", outer: null, known: true },
  { key: "both", kind: "both", outer: null, known: true },
  { key: "state_action", kind: "state_action", outer: null, known: true },
  { key: "unknown", kind: "strike", outer: null, known: false },
  { key: "upper", kind: "strike", outer: 8.5, known: true },
] as const;

type SwatchProps = { idPrefix: string; states: readonly MapState[]; possible?: readonly MapState[] | undefined };

function Swatch({ idPrefix, states, possible }: SwatchProps) {
  const box = { x: 0.5, y: 0.5, width: 33, height: 19 };
  return (
    <svg viewBox="0 0 34 20" width="34" height="20" aria-hidden="true" className="shrink-0">
      {coatsOf(states, possible).map(({ fill, opacity }) => (
        <rect key={fill} {...box} fill={`url(#${idPrefix}-${fill})`} opacity={opacity} />
      ))}
      <rect {...box} fill="none" stroke="var(--ink-2)" strokeWidth="0.75" />
    </svg>
  );
}

export function MapLegend({ idPrefix, title, states, markers }: MapLegendProps) {
  return (
    <section aria-label={title} className="text-sm">
      <svg width="0" height="0" aria-hidden="true" className="absolute">
        <MapPatterns idPrefix={idPrefix} />
      </svg>
      <ul className="flex flex-wrap gap-x-5 gap-y-2">
        {swatches.map((swatch) => (
          <li key={swatch.key} className="flex items-center gap-2">
            <Swatch
              idPrefix={idPrefix}
              states={swatch.states}
              possible={"possible" in swatch ? swatch.possible : undefined}
            />
            {states[swatch.key]}
          </li>
        ))}
      </ul>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
        {glyphs.map(({ key, kind, outer, known }) => (
          <li key={key} className="flex items-center gap-2">
            <svg viewBox="-10 -10 20 20" width="20" height="20" aria-hidden="true" className="shrink-0">
              <MarkerGlyph kind={kind} inner={5.5} outer={outer} known={known} />
            </svg>
            {markers[key]}
          </li>
        ))}
      </ul>
    </section>
  );
}
