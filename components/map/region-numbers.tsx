import type { MapLabels, MapRegion } from "./map-types";
import { describeStates } from "./region-ground";

type RegionNumbersProps = { regions: readonly MapRegion[]; labels: MapLabels; className: string };

/** What the numbers on a narrow map mean. */
export function RegionNumbers({ regions, labels, className }: RegionNumbersProps) {
  return (
    <div className={className}>
      <p className="mt-3 text-sm font-semibold">{labels.list}</p>
      <ol className="mt-1 columns-2 gap-4 text-sm">
        {regions.map((region, index) => (
          <li key={region.code} className="flex break-inside-avoid gap-2 py-1">
            <span aria-hidden="true" className="w-5 shrink-0 text-right font-semibold tabular-nums">
              {index + 1}
            </span>
            <span>
              <a href={region.href} className="underline decoration-(--rule) underline-offset-2">
                {region.shortName}
              </a>
              <span className="block text-xs text-(--ink-2)">
                {region.words ?? describeStates(region.states, labels.states)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
