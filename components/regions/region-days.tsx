import { MapPatterns } from "@/components/map/map-patterns";
import { MapSteps } from "@/components/map/map-steps";
import { paleOpacity } from "@/components/map/region-ground";
import type { DrawnState, RegionDays, RegionDaysView, Run } from "@/lib/features/regions/view/region-days";
import type { SpreadWords } from "@/lib/features/regions/view/spread-context";

const PATTERNS = "each";
const WIDTH = 240;
const HEIGHT = 34;
const MIDDLE = 17;

/** Every region on the same days: strikes above its line, rallies below. */
export function RegionDaysGrid({ view, words }: { view: RegionDaysView; words: SpreadWords }) {
  return (
    <>
      <svg width="0" height="0" aria-hidden="true" className="absolute">
        <MapPatterns idPrefix={PATTERNS} />
      </svg>
      <div data-at-step="order" className="mb-4">
        <MapSteps label={words("many.order")} steps={view.orders} currentIs="true" />
      </div>
      <ul className="grid grid-cols-2 gap-x-5 gap-y-4 sm:grid-cols-3 lg:grid-cols-4">
        {view.rows.map((row) => (
          <li key={row.code}>
            <a href={row.href} className="text-sm">
              {row.name}
            </a>
            <DaysDrawing row={row} days={view.days} />
            <p aria-hidden="true" className="flex justify-between text-xs text-ink-2">
              <span>{view.ends.first}</span>
              <span>{view.ends.last}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What each state is painted as, and where. The cut lies under the others: over them it would make them pale. */
const PLACES: Readonly<Record<DrawnState, { fill: string; y: number; height: number }>> = {
  strike: { fill: "strike", y: 4, height: 13 },
  rally: { fill: "rally", y: 17, height: 13 },
  state_action: { fill: "hatch", y: 11, height: 12 },
  no_coverage: { fill: "veil", y: 0, height: HEIGHT },
};

function DaysDrawing({ row: { runs, words }, days }: { row: RegionDays; days: number }) {
  const day = WIDTH / Math.max(1, days);
  const lines = Array.from({ length: days + 1 }, (_, index) => `M${(index * day).toFixed(1)} ${MIDDLE - 3}v6`);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words}
      className="mt-1 block h-auto w-full bg-paper-2"
    >
      <title>{words}</title>
      {[...runs].sort(cutsFirst).map((run) => (
        <RunMark key={`${run.state}-${run.first}`} run={run} day={day} />
      ))}
      <path d={`M0 ${MIDDLE}H${WIDTH}${days > 60 ? "" : lines.join("")}`} stroke="var(--ink-2)" strokeWidth="0.8" />
    </svg>
  );
}

const cutsFirst = (a: Run, b: Run) => Number(b.state === "no_coverage") - Number(a.state === "no_coverage");

function RunMark({ run: { state, first, last, possible }, day }: { run: Run; day: number }) {
  const { fill, ...place } = PLACES[state];
  return (
    <rect
      x={(first * day).toFixed(1)}
      width={((last - first + 1) * day).toFixed(1)}
      {...place}
      fill={`url(#${PATTERNS}-${fill})`}
      opacity={possible ? paleOpacity : undefined}
    />
  );
}
