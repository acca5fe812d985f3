import type { Spot } from "./map-spots";
import type { MapLabels, MapMarker } from "./map-types";
import { MarkerGlyph } from "./marker-glyph";
import { radiiOf } from "./marker-size";
import { paleOpacity } from "./region-ground";

/** Markers grow as the map shrinks: 24 px stay 24 px under a finger. The label layers' `markerScale` says the same. */
export const growing = "@max-[800px]:scale-[1.35] @max-[560px]:scale-[1.7]";

type MarkerLinkProps = {
  marker: MapMarker;
  spot: Spot;
  fullSize: number;
  labels: MapLabels;
};

export function MarkerLink({ marker, spot, fullSize, labels }: MarkerLinkProps) {
  const radii = radiiOf(marker, fullSize);
  const size = marker.sizeLabel ?? (marker.kind === "place" ? null : labels.sizeUnknown);
  // Inside a city's own disc only the glyph is pressed: the rim stays the region's.
  const reach = Math.max(radii.outer ?? radii.inner, spot.city ? 0 : 12.5);
  return (
    <a href={marker.href} className="group outline-none" data-locality={marker.localityId}>
      <title>
        {[`${marker.name}: ${labels.kinds[marker.kind]}`, marker.possible ? labels.possible : null, size]
          .filter(Boolean)
          .join(", ")}
      </title>
      <g transform={`translate(${spot.x} ${spot.y})`}>
        <g className={growing}>
          <circle
            r={reach}
            fill="var(--paper)"
            fillOpacity="0"
            stroke="none"
            className="group-hover:[fill-opacity:0.5] group-focus-visible:[fill-opacity:0.85] group-focus-visible:stroke-(--ink) group-focus-visible:stroke-3"
          />
          <g opacity={marker.possible ? paleOpacity : undefined}>
            <MarkerGlyph kind={marker.kind} {...radii} />
          </g>
        </g>
      </g>
    </a>
  );
}
