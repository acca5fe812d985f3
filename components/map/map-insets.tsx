import type { MapRegion, MapShapes } from "./map-types";

type InsetsProps = { shapes: MapShapes; regions: readonly MapRegion[] };

/** Sizes of a box's label on a wide, a medium and a narrow map; on a narrow one numbers stand for names, as everywhere. */
const LABELS = [
  { fontSize: 13, className: "@max-[800px]:hidden", numbers: false },
  { fontSize: 16, className: "@min-[800px]:hidden @max-[560px]:hidden", numbers: false },
  { fontSize: 29, className: "@min-[560px]:hidden", numbers: true },
] as const;

/** The boxes in which far-away regions are drawn, each named for what is in it. */
export function MapInsets({ shapes, regions }: InsetsProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a <g> takes no focus, and nothing in it does
    <g aria-hidden="true" pointerEvents="none">
      {(shapes.insets ?? []).map(({ codes, x, y, width, height }) => (
        <g key={codes.join(" ")} data-inset={codes.join(" ")}>
          <rect x={x} y={y} width={width} height={height} fill="none" stroke="var(--rule-2)" strokeWidth="1" />
          {LABELS.map(({ fontSize, className, numbers }) => (
            <text
              key={fontSize}
              x={x + 7}
              y={y + fontSize + 4}
              fontSize={fontSize}
              fill="var(--ink)"
              className={className}
            >
              {labelOf(codes, regions, numbers)}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
}

function labelOf(codes: readonly string[], regions: readonly MapRegion[], numbers: boolean): string {
  return regions
    .flatMap(({ code, shortName }, index) => (codes.includes(code) ? [numbers ? String(index + 1) : shortName] : []))
    .join(", ");
}

/** The map without what stands in boxes, where the box's own label says the name. */
export function outsideInsets(shapes: MapShapes): MapShapes {
  const boxed = new Set((shapes.insets ?? []).flatMap(({ codes }) => codes));
  return { ...shapes, regions: shapes.regions.filter(({ code }) => !boxed.has(code)) };
}
