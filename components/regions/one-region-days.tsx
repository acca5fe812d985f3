import { Section } from "@/components/dashboard/section";
import { MapPatterns } from "@/components/map/map-patterns";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import type { DaysOfRegions } from "@/lib/features/regions/view/region-days";
import { DaysDrawing } from "./region-days";

const PATTERNS = "own-days";

/** The days of one region, large enough to be looked at for itself; what they show is said under them. */
export function OneRegionDays({ days, context }: { days: DaysOfRegions; context: RegionContext }) {
  const [row] = days.rows;
  if (row === undefined) return null;
  return (
    <Section id="days" title={context.say("days.title")} subtitle={context.say("days.subtitle")}>
      <svg width="0" height="0" aria-hidden="true" className="absolute">
        <MapPatterns idPrefix={PATTERNS} />
      </svg>
      <div className="max-w-[60rem]">
        <DaysDrawing row={row} days={days.days} patterns={PATTERNS} size="large" />
        <p aria-hidden="true" className="flex justify-between text-xs text-ink-2">
          <span>{days.ends.first}</span>
          <span>{days.ends.last}</span>
        </p>
        <p className="mt-2 text-sm first-letter:uppercase">{row.words}</p>
      </div>
    </Section>
  );
}
