import { MapPatterns } from "@/components/map/map-patterns";
import { MapSteps } from "@/components/map/map-steps";
import { paleOpacity } from "@/components/map/region-ground";
import type { DrawnState, RegionDays, RegionDaysView, Run } from "@/lib/features/regions/view/region-days";
import type { SpreadWords } from "@/lib/features/regions/view/spread-context";

const PATTERNS = "each";
/** As small as one of many, and as large as one that is looked at for itself. */
const SIZES = { small: { width: 240, height: 34 }, large: { width: 720, height: 68 } } as const;

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
            <DaysDrawing row={row} days={view.days} patterns={PATTERNS} />
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

/** What each state is painted as, and where in parts of the height. The cut lies under the others: over them it would make them pale. */
const PLACES: Readonly<Record<DrawnState, { fill: string; from: number; part: number }>> = {
  strike: { fill: "strike", from: 0.12, part: 0.38 },
  rally: { fill: "rally", from: 0.5, part: 0.38 },
  state_action: { fill: "hatch", from: 0.32, part: 0.36 },
  no_coverage: { fill: "veil", from: 0, part: 1 },
};

type DrawingProps = { row: RegionDays; days: number; patterns: string; size?: keyof typeof SIZES };

/** The days of one region; `patterns` is the prefix of those on the page. */
export function DaysDrawing({ row: { runs, words }, days, patterns, size = "small" }: DrawingProps) {
  const { width, height } = SIZES[size];
  const day = width / Math.max(1, days);
  const lines = Array.from({ length: days + 1 }, (_, index) => `M${(index * day).toFixed(1)} ${height / 2 - 3}v6`);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words}
      className="mt-1 block h-auto w-full bg-paper-2"
    >
      <title>{words}</title>
      {[...runs].sort(cutsFirst).map((run) => (
        <RunMark key={`${run.state}-${run.first}`} run={run} day={day} height={height} patterns={patterns} />
      ))}
      <path d={`M0 ${height / 2}H${width}${days > 60 ? "" : lines.join("")}`} stroke="var(--ink-2)" strokeWidth="0.8" />
    </svg>
  );
}

const cutsFirst = (a: Run, b: Run) => Number(b.state === "no_coverage") - Number(a.state === "no_coverage");

type RunMarkProps = { run: Run; day: number; height: number; patterns: string };

function RunMark({ run: { state, first, last, possible }, day, height, patterns }: RunMarkProps) {
  const { fill, from, part } = PLACES[state];
  return (
    <rect
      x={(first * day).toFixed(1)}
      width={((last - first + 1) * day).toFixed(1)}
      y={(from * height).toFixed(1)}
      height={(part * height).toFixed(1)}
      fill={`url(#${patterns}-${fill})`}
      opacity={possible ? paleOpacity : undefined}
    />
  );
}
