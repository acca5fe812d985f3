import type { ReactNode } from "react";
import type { MapLabels, MapRegion } from "./map-types";
import { coatsOf, describeStates } from "./region-ground";

type PaintProps = { idPrefix: string; region: MapRegion; children: ReactNode };

/** A region's shape (the child, without fill or stroke of its own) painted by the region's states. */
export function RegionPaint({ idPrefix, region, children }: PaintProps) {
  const [ground, ...coats] = coatsOf(region.states, region);
  const shape = `#${shapeId(idPrefix, region.code)}`;
  return (
    <g data-painted={region.code} pointerEvents="none">
      <g fill={`url(#${idPrefix}-${ground?.fill})`} stroke="none">
        {children}
      </g>
      {coats.map(({ fill, opacity }) => (
        <use key={fill} href={shape} fill={`url(#${idPrefix}-${fill})`} opacity={opacity} />
      ))}
      {/* Light between painted regions, and a thin line in it for those that are as light themselves. */}
      <g fill="none" strokeLinejoin="round">
        <use href={shape} stroke="var(--paper)" strokeWidth="1.25" />
        <use href={shape} stroke="var(--ink-2)" strokeWidth="0.5" />
      </g>
    </g>
  );
}

const halo =
  "group-hover:stroke-(--paper) group-data-chosen:stroke-(--paper) group-focus-visible:stroke-(--paper) group-focus-visible:[stroke-width:9]";
const ring =
  "group-hover:stroke-(--ink) group-data-chosen:stroke-(--ink) group-focus-visible:stroke-(--ink) group-focus-visible:[stroke-width:4]";

/**
 * The painted shape as a link: nothing but an outline while it is pointed at, focused or chosen to be told of
 * (`data-chosen`). It is drawn after every region is painted, for a neighbour painted later would cover the outline.
 */
export function RegionLink({ idPrefix, region, labels }: { idPrefix: string; region: MapRegion; labels: MapLabels }) {
  const shape = `#${shapeId(idPrefix, region.code)}`;
  const words = describeStates(region.states, labels.states);
  return (
    <a href={region.href} className="group outline-none" data-region={region.code}>
      <title>{[`${region.name}: ${words}`, region.summary].filter(Boolean).join(". ")}</title>
      <g fill="none" strokeLinejoin="round">
        <use href={shape} pointerEvents="all" strokeWidth="5" className={halo} />
        <use href={shape} pointerEvents="none" strokeWidth="2.5" className={ring} />
      </g>
    </a>
  );
}

export function shapeId(idPrefix: string, code: string): string {
  return `${idPrefix}-shape-${code}`;
}
