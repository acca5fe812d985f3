import type { ReactNode } from "react";
import type { MapLabels, MapRegion } from "./map-types";
import { coatsOf, describeStates } from "./region-ground";

type RegionLinkProps = { idPrefix: string; region: MapRegion; labels: MapLabels; children: ReactNode };

/** Clipped to the region: neighbours drawn later would cover the outer half of a plain stroke. */
const focusRing = "group-focus-visible:stroke-(--ink) group-focus-visible:[stroke-width:9]";

/** A region's shape (the child, without fill or stroke of its own) as a link, painted by the region's states. */
export function RegionLink({ idPrefix, region, labels, children }: RegionLinkProps) {
  const [ground, ...coats] = coatsOf(region.states, region.possible);
  const shape = `#${shapeId(idPrefix, region.code)}`;
  const clip = `${shapeId(idPrefix, region.code)}-clip`;
  const words = describeStates(region.states, labels.states);
  return (
    <a href={region.href} className="group outline-none" data-region={region.code}>
      <title>{[`${region.name}: ${words}`, region.summary].filter(Boolean).join(". ")}</title>
      <g fill={`url(#${idPrefix}-${ground?.fill})`} stroke="none">
        {children}
      </g>
      {coats.map(({ fill, opacity }) => (
        <use key={fill} href={shape} fill={`url(#${idPrefix}-${fill})`} opacity={opacity} pointerEvents="none" />
      ))}
      <g fill="none" strokeLinejoin="round" pointerEvents="none">
        <use
          href={shape}
          stroke="var(--paper)"
          strokeWidth="1.25"
          className="group-hover:stroke-(--ink) group-hover:stroke-2"
        />
        <clipPath id={clip}>
          <use href={shape} />
        </clipPath>
        <use href={shape} clipPath={`url(#${clip})`} className={focusRing} />
      </g>
    </a>
  );
}

export function shapeId(idPrefix: string, code: string): string {
  return `${idPrefix}-shape-${code}`;
}
