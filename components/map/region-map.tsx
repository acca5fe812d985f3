import { CityLink } from "./city-link";
import { MapInsets, outsideInsets } from "./map-insets";
import { MapPatterns } from "./map-patterns";
import { listSpots, type Spot } from "./map-spots";
import type { MapLabels, MapMarker, MapRegion, MapShapes } from "./map-types";
import { MarkerLink } from "./marker-link";
import { fullSizeOf } from "./marker-size";
import { NameLayer, NumberLayer } from "./name-layer";
import { RegionLink, RegionPaint, shapeId } from "./region-link";
import { RegionNumbers } from "./region-numbers";

export type RegionMapProps = {
  /** Unique on the page: patterns and shapes are found by it. */
  idPrefix: string;
  title: string;
  shapes: MapShapes;
  regions: readonly MapRegion[];
  markers: readonly MapMarker[];
  labels: MapLabels;
};

const wide = { fontSize: 13, markerScale: 1, stacked: false };
const medium = { fontSize: 18, markerScale: 1.35, stacked: true };
const narrow = { fontSize: 29, markerScale: 1.7, stacked: false };

function Regions({ idPrefix, shapes, regions, labels }: RegionMapProps) {
  const drawn = shapes.regions.flatMap((shape) => {
    const region = regions.find(({ code }) => code === shape.code);
    return region ? [{ shape, region }] : [];
  });
  return (
    <>
      <g fill="none" stroke="var(--ink-2)" strokeWidth="2" strokeLinejoin="round">
        {drawn.map(({ shape }) => (
          <use key={shape.code} href={`#${shapeId(idPrefix, shape.code)}`} />
        ))}
      </g>
      {drawn.map(({ shape, region }) => (
        <RegionPaint key={shape.code} idPrefix={idPrefix} region={region}>
          <path id={shapeId(idPrefix, shape.code)} d={shape.path} />
        </RegionPaint>
      ))}
      {regions
        .filter(({ code }) => drawn.some(({ shape }) => shape.code === code))
        .map((region) => (
          <RegionLink key={region.code} idPrefix={idPrefix} region={region} labels={labels} />
        ))}
    </>
  );
}

type SpotsProps = { idPrefix: string; spots: readonly Spot[]; labels: MapLabels; fullSize: number };

function Spots({ idPrefix, spots, labels, fullSize }: SpotsProps) {
  // Large ones first, so that a small one is never buried.
  const marked = spots.filter((spot) => spot.marker !== null).toSorted((a, b) => b.radius - a.radius);
  return (
    <>
      {spots.map((spot) => {
        return spot.city && <CityLink key={spot.id} idPrefix={idPrefix} city={spot.city} spot={spot} labels={labels} />;
      })}
      {marked.map((spot) => {
        return (
          spot.marker && (
            <MarkerLink key={spot.id} marker={spot.marker} spot={spot} fullSize={fullSize} labels={labels} />
          )
        );
      })}
    </>
  );
}

export function RegionMap(props: RegionMapProps) {
  const { idPrefix, title, shapes, regions, markers, labels } = props;
  const spots = listSpots(props);
  const layer = { shapes: outsideInsets(shapes), regions, spots };
  return (
    <div className="@container relative">
      <a
        href={`#${idPrefix}-end`}
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-(--paper) focus:px-3 focus:py-2"
      >
        {labels.skip}
      </a>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in */}
      <svg
        viewBox={shapes.viewBox}
        role="group"
        aria-labelledby={`${idPrefix}-title`}
        className="block h-auto w-full overflow-visible"
      >
        <title id={`${idPrefix}-title`}>{title}</title>
        <MapPatterns idPrefix={idPrefix} />
        <Regions {...props} />
        <MapInsets shapes={shapes} regions={regions} />
        <Spots idPrefix={idPrefix} spots={spots} labels={labels} fullSize={fullSizeOf(markers)} />
        <NameLayer {...layer} size={wide} className="@max-[800px]:hidden" />
        <NameLayer {...layer} size={medium} className="@min-[800px]:hidden @max-[560px]:hidden" />
        <NumberLayer {...layer} size={narrow} className="@min-[560px]:hidden" />
      </svg>
      <RegionNumbers regions={regions} labels={labels} className="@min-[560px]:hidden" />
      {labels.note ? <p className="mt-2 text-xs text-(--ink-2)">{labels.note}</p> : null}
      <span id={`${idPrefix}-end`} tabIndex={-1} />
    </div>
  );
}
