import { extractAround, type MapExtract } from "./map-extract";
import { listSpots, type Spot } from "./map-spots";
import type { MapLabels, MapMarker, MapRegion, MapShapes } from "./map-types";
import { growing, MarkerLink } from "./marker-link";
import { fullSizeOf } from "./marker-size";
import { NameLayer } from "./name-layer";
import { shapeId } from "./region-link";

export type RegionExtractProps = {
  idPrefix: string;
  title: string;
  shapes: MapShapes;
  /** The region in the middle. */
  code: string;
  regions: readonly Pick<MapRegion, "code" | "name" | "shortName" | "href">[];
  /** Its places. */
  markers: readonly MapMarker[];
  labels: MapLabels;
};

const wide = { fontSize: 14.5, markerScale: 1.35, stacked: true };
const narrow = { fontSize: 25, markerScale: 1.7, stacked: true };

/** One region with its places, and its neighbours as ways to their pages; null where no map has it. */
export function RegionExtract(props: RegionExtractProps) {
  const { idPrefix, title, shapes, code, labels } = props;
  const extract = extractAround(shapes, code);
  if (extract === null) return null;
  // Nothing is painted by a state: a map of a whole wave has no moment.
  const regions = props.regions.map((region) => ({ ...region, states: [], summary: "" }));
  const markers = props.markers.filter(({ localityId }) => localityId in extract.localities);
  const spots = listSpots({ shapes: extract, regions, markers });
  const layer = { shapes: extract, regions, spots };
  return (
    <div className="@container max-w-[720px]">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in */}
      <svg
        viewBox={extract.viewBox}
        role="group"
        aria-labelledby={`${idPrefix}-title`}
        className="block h-auto w-full border border-rule"
      >
        <title id={`${idPrefix}-title`}>{title}</title>
        <Grounds extract={extract} regions={regions} code={code} idPrefix={idPrefix} />
        {spots.map(
          (spot) => spot.city && <City key={spot.id} spot={spot} city={spot.city} isOwn={spot.city.code === code} />,
        )}
        {spots.map(
          (spot) =>
            spot.marker && (
              <MarkerLink
                key={spot.id}
                marker={spot.marker}
                spot={spot}
                fullSize={fullSizeOf(markers)}
                labels={labels}
              />
            ),
        )}
        <NameLayer {...layer} size={wide} className="@max-[560px]:hidden" />
        <NameLayer {...layer} size={narrow} className="@min-[560px]:hidden" />
      </svg>
    </div>
  );
}

type GroundsProps = { extract: MapExtract; regions: readonly MapRegion[]; code: string; idPrefix: string };

/** The region itself over its neighbours, so that its border is whole; their outlines when pointed at over all. */
function Grounds({ extract, regions, code, idPrefix }: GroundsProps) {
  const own = extract.regions.find((shape) => shape.code === code);
  const near = extract.regions.flatMap((shape) => {
    const region = regions.find((one) => one.code === shape.code);
    return shape.code === code || !region ? [] : [{ region, path: shape.path, id: shapeId(idPrefix, shape.code) }];
  });
  return (
    <g transform={extract.transform} strokeLinejoin="round">
      <g fill="var(--paper)" stroke="var(--rule-2)">
        {near.map(({ id }) => (
          <use key={id} href={`#${id}`} />
        ))}
      </g>
      {own ? (
        <path
          d={own.path}
          fill="var(--paper-2)"
          stroke="var(--ink)"
          strokeWidth="1.8"
          vectorEffect="non-scaling-stroke"
          pointerEvents="none"
        />
      ) : null}
      <g fill="none" pointerEvents="all">
        {near.map(({ id, path, region }) => (
          <a key={id} href={region.href} className="group outline-none" data-region={region.code}>
            <title>{region.name}</title>
            <g className="group-hover:stroke-(--ink) group-hover:[stroke-width:2.5] group-focus-visible:stroke-(--ink) group-focus-visible:[stroke-width:4]">
              <path id={id} d={path} vectorEffect="non-scaling-stroke" />
            </g>
          </a>
        ))}
      </g>
    </g>
  );
}

/** A region too small for its outline: a disc; the one the page is about is no link. */
function City({ spot, city, isOwn }: { spot: Spot; city: MapRegion; isOwn: boolean }) {
  const disc = (
    <g transform={`translate(${spot.x} ${spot.y})`}>
      <g className={growing}>
        <circle
          r={spot.radius}
          fill={isOwn ? "var(--paper-2)" : "var(--paper)"}
          stroke="var(--ink)"
          strokeWidth={isOwn ? 2.2 : 1.2}
          className="group-hover:fill-(--paper-2) group-focus-visible:[stroke-width:4]"
        />
      </g>
    </g>
  );
  return isOwn ? (
    disc
  ) : (
    <a href={city.href} className="group outline-none" data-region={city.code}>
      <title>{city.name}</title>
      {disc}
    </a>
  );
}
