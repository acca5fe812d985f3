import { MapPatterns } from "./map-patterns";
import type { MapState } from "./map-types";
import { MarkerGlyph } from "./marker-glyph";
import { coatsOf, type Doubt } from "./region-ground";

export type MapLegendProps = {
  idPrefix: string;
  title: string;
  states: Readonly<Record<MapState | "both" | "possible" | "notKnownWhetherOn", string>>;
  markers: Readonly<Record<"strike" | "rally" | "both" | "state_action" | "unknown" | "upper", string>>;
};

type Painted = Doubt & { states: readonly MapState[] };

/** What each word of the key is painted like; what is only possible has the colour of what it may be. */
const swatches: readonly { key: keyof MapLegendProps["states"]; painted: readonly Painted[] }[] = [
  { key: "strike", painted: [{ states: ["strike"] }] },
  { key: "both", painted: [{ states: ["strike", "rally"] }] },
  { key: "rally", painted: [{ states: ["rally"] }] },
  { key: "state_action", painted: [{ states: ["state_action"] }] },
  {
    key: "possible",
    painted: [
      { states: ["strike"], possible: ["strike"] },
      { states: ["rally"], possible: ["rally"] },
    ],
  },
  { key: "nothing_reported", painted: [{ states: ["nothing_reported"] }] },
  { key: "notKnownWhetherOn", painted: [{ states: ["nothing_reported"], notKnownWhetherOn: true }] },
  { key: "no_coverage", painted: [{ states: ["nothing_reported", "no_coverage"] }] },
];

const glyphs = [
  { key: "strike", kind: "strike", outer: null, known: true },
  { key: "rally", kind: "rally", outer: null, known: true },
  { key: "both", kind: "both", outer: null, known: true },
  { key: "state_action", kind: "state_action", outer: null, known: true },
  { key: "unknown", kind: "strike", outer: null, known: false },
  { key: "upper", kind: "strike", outer: 8.5, known: true },
] as const;

function Swatch({ idPrefix, painted: { states, ...doubt } }: { idPrefix: string; painted: Painted }) {
  const box = { x: 0.5, y: 0.5, width: 33, height: 19 };
  return (
    <svg viewBox="0 0 34 20" width="34" height="20" aria-hidden="true" className="shrink-0">
      {coatsOf(states, doubt).map(({ fill, opacity }) => (
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
            {swatch.painted.map((painted) => (
              <Swatch key={painted.states.join(" ")} idPrefix={idPrefix} painted={painted} />
            ))}
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
