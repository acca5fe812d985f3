import type { Spot } from "./map-spots";
import type { MapLabels, MapRegion } from "./map-types";
import { growing } from "./marker-link";
import { RegionLink, RegionPaint, shapeId } from "./region-link";

type CityLinkProps = { idPrefix: string; city: MapRegion; spot: Spot; labels: MapLabels };

/** A region too small for its shape: a disc at its place, painted like a region and pressed like one. */
export function CityLink({ idPrefix, city, spot, labels }: CityLinkProps) {
  return (
    <g transform={`translate(${spot.x} ${spot.y})`}>
      <g className={growing}>
        <circle r={spot.radius + 0.9} fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.8" />
        <RegionPaint idPrefix={idPrefix} region={city}>
          <circle id={shapeId(idPrefix, city.code)} r={spot.radius} />
        </RegionPaint>
        <RegionLink idPrefix={idPrefix} region={city} labels={labels} />
      </g>
    </g>
  );
}
