import type { Veil } from "@/lib/shared/chart/drawing";
import type { Plot } from "./plot";

/** Cuts of single regions lie over the rows of these regions alone. */
export function isRegional({ regionId }: Veil): boolean {
  return regionId !== null;
}

export function countrywide(veils: readonly Veil[]): Veil[] {
  return veils.filter((veil) => !isRegional(veil));
}

/** Full where reports were surely cut, lighter where they may have been, or only in some of the regions drawn. */
export function veilParts(veil: Veil, weight = 1) {
  const { id, earliest, from, to, latest } = veil;
  const parts = [
    { key: `${id}-may-begin`, x1: earliest, x2: Math.max(earliest, from), opacity: 0.32 * weight },
    { key: `${id}-sure`, x1: from, x2: to, opacity: 0.75 * weight },
    { key: `${id}-may-end`, x1: Math.max(from, to), x2: latest, opacity: 0.32 * weight },
  ];
  return parts.filter(({ x1, x2 }) => x2 > x1);
}

type RowVeilProps = { veil: Veil; place: { top: number; bottom: number }; plot: Plot; idPrefix: string };

/** The veil of one region, over one row. */
export function RowVeil({ veil, place, plot, idPrefix }: RowVeilProps) {
  return veilParts(veil).map(({ key, x1, x2, opacity }) => (
    <rect
      key={key}
      x={plot.x(x1)}
      y={place.top}
      width={plot.x(x2) - plot.x(x1)}
      height={place.bottom - place.top}
      fill={`url(#${idPrefix}-veil)`}
      fillOpacity={opacity}
      pointerEvents="none"
    />
  ));
}
