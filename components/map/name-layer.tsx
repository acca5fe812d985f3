import type { ReactNode } from "react";
import { lineHeight, type PlacedLabel } from "./label-placement";
import { type LayerSize, layOutNames, layOutNumbers } from "./map-layout";
import type { Spot } from "./map-spots";
import type { MapRegion, MapShapes } from "./map-types";

type LayerProps = {
  shapes: MapShapes;
  regions: readonly MapRegion[];
  spots: readonly Spot[];
  size: LayerSize;
  className: string;
};

const round = (value: number) => Math.round(value * 10) / 10;

function position({ x, y, anchor }: PlacedLabel) {
  return { x: round(x), y: round(y), textAnchor: anchor };
}

type TextLayerProps = { fontSize: number; className: string; children: ReactNode };

/** Hidden from assistive technology: every name is already the title of its link. */
function TextLayer({ fontSize, className, children }: TextLayerProps) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a <g> takes no focus, and nothing in it does
    <g
      aria-hidden="true"
      className={`pointer-events-none tabular-nums ${className}`}
      fontSize={fontSize}
      fill="var(--ink)"
      stroke="var(--paper)"
      strokeWidth={round(fontSize * 0.26)}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {children}
    </g>
  );
}

function PlaceName({ spot, label, size }: { spot: Spot; label: PlacedLabel; size: LayerSize }) {
  const below = size.stacked ? { x: round(label.x), dy: round(size.fontSize * lineHeight) } : {};
  return (
    <text {...position(label)}>
      {spot.name}
      {spot.size !== null && (
        <tspan fontWeight="700" {...below}>
          {size.stacked ? spot.size : ` ${spot.size}`}
        </tspan>
      )}
    </text>
  );
}

export function NameLayer({ shapes, regions, spots, size, className }: LayerProps) {
  const names = layOutNames(shapes, regions, spots, size);
  return (
    <TextLayer fontSize={size.fontSize} className={className}>
      <g fontSize={round(size.fontSize * 0.88)} fill="var(--ink-2)" letterSpacing="0.05em">
        {names.regions.map((label) => (
          <text key={label.id} {...position(label)}>
            {regions.find(({ code }) => code === label.id)?.shortName}
          </text>
        ))}
      </g>
      {names.places.map((label) => {
        const spot = spots.find(({ id }) => id === label.id);
        return spot && <PlaceName key={label.id} spot={spot} label={label} size={size} />;
      })}
    </TextLayer>
  );
}

export function NumberLayer({ shapes, regions, spots, size, className }: LayerProps) {
  const numbers = layOutNumbers(shapes, regions, spots, size);
  return (
    <TextLayer fontSize={size.fontSize} className={className}>
      <g fontWeight="700">
        {numbers.map((label) => (
          <text key={label.id} {...position(label)}>
            {regions.findIndex(({ code }) => code === label.id) + 1}
          </text>
        ))}
      </g>
    </TextLayer>
  );
}
