import { ChartPatterns } from "@/components/charts/chart-patterns";
import { MapPatterns } from "@/components/map/map-patterns";
import { DaysDrawing } from "@/components/regions/region-days";
import type { CrowdOfDay, RegionLane, RegionLanes } from "@/lib/features/comparisons/view/lanes";
import type { RegionContext } from "@/lib/features/regions/view/region-context";

const PATTERNS = "lanes";
const WIDTH = 720;
const HEIGHT = 84;
const FOOT = HEIGHT - 1;
/** Room enough for the hatch of days without a number, where there is no height to be read. */
const UNCOUNTED_TOP = FOOT - 12;

/** Regions below each other, day over day and on one scale; no word stands in a drawing, for it shrinks with the screen. */
export function RegionLanesFigure({ view, context }: { view: RegionLanes; context: RegionContext }) {
  const { say, list } = context;
  return (
    <figure aria-labelledby="lanes-title" className="mb-12 max-w-[60rem]">
      <figcaption>
        <h2 id="lanes-title" className="text-xl text-balance sm:text-2xl">
          {say("compare.lanesTitle", { names: list(view.lanes.map(({ name }) => name)) })}
        </h2>
        <p className="mt-1 mb-4 max-w-prose text-sm text-ink-2">{say("compare.lanesSubtitle")}</p>
      </figcaption>
      <svg width="0" height="0" aria-hidden="true" className="absolute">
        <MapPatterns idPrefix={PATTERNS} />
        <ChartPatterns idPrefix={`${PATTERNS}-crowd`} />
      </svg>
      <ol>
        {view.lanes.map((lane) => (
          <li key={lane.code} className="border-t border-rule pt-2 pb-4" data-lane={lane.code}>
            <p className="flex flex-wrap justify-between gap-x-4 text-sm">
              <a href={lane.href} className="font-semibold">
                {lane.name}
              </a>
              <span className="text-ink-2">{lane.scale.text}</span>
            </p>
            {lane.crowds.length > 0 ? <Crowds lane={lane} view={view} /> : null}
            <DaysDrawing row={lane} days={view.days.length} patterns={PATTERNS} size="large" />
            <DayNames days={view.days} />
          </li>
        ))}
      </ol>
    </figure>
  );
}

function Crowds({ lane, view: { days, max } }: { lane: RegionLane; view: RegionLanes }) {
  const day = WIDTH / Math.max(1, days.length);
  const top = lane.scale.isCounted ? 0 : UNCOUNTED_TOP;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
    <svg
      viewBox={`0 ${top} ${WIDTH} ${HEIGHT - top}`}
      role="group"
      aria-label={lane.name}
      className="mt-1 block h-auto w-full overflow-visible"
    >
      {lane.scale.isCounted ? (
        <path d={`M0 8H${WIDTH}`} stroke="var(--rule-2)" strokeWidth="0.8" strokeDasharray="1 3" />
      ) : null}
      <path d={`M0 ${FOOT}H${WIDTH}`} stroke="var(--ink-2)" strokeWidth="0.8" />
      {lane.crowds.map((crowd) => (
        <Crowd key={crowd.day} crowd={crowd} x={(crowd.day + 0.5) * day} max={max} />
      ))}
    </svg>
  );
}

/** From the lower to the upper end; hollow where it is disputed; hatched, and of no height, where nobody gave a number. */
function Crowd({ crowd: { largest, title }, x, max }: { crowd: CrowdOfDay; x: number; max: number }) {
  const toY = (people: number) => FOOT - (people / max) * (FOOT - 8);
  if (largest === null) {
    return (
      <rect x={x - 9} y={FOOT - 9} width="18" height="9" fill={`url(#${PATTERNS}-crowd-unknown)`}>
        <title>{title}</title>
      </rect>
    );
  }
  const { size, href, disputed } = largest;
  const [low, high] = [toY(size.lower ?? 0), size.upper === null ? 2 : toY(size.upper)];
  const foot = size.lower === null ? "" : `M${x - 9} ${low}h18`;
  const head = size.upper === null ? `M${x - 5} ${high + 6}l5-6l5 6` : `M${x - 9} ${high}h18`;
  return (
    <a href={href}>
      <title>{title}</title>
      <path
        d={`M${x} ${low}V${high}${foot}${head}`}
        fill="none"
        stroke="var(--rally)"
        strokeWidth="2.4"
        {...(disputed ? { strokeDasharray: "4 3" } : {})}
      />
      <circle
        cx={x}
        cy={(low + high) / 2}
        r="5"
        fill={disputed ? "var(--paper)" : "var(--rally)"}
        stroke="var(--rally)"
        strokeWidth="2"
      />
      <rect
        x={x - 13}
        y={Math.min(high, FOOT - 26)}
        width="26"
        height={FOOT - Math.min(high, FOOT - 26)}
        fill="none"
        pointerEvents="all"
      />
    </a>
  );
}

/** Every day where there is room for it, else the first and the last. */
function DayNames({ days }: { days: readonly string[] }) {
  return (
    <>
      <p
        aria-hidden="true"
        className={`flex justify-between text-xs text-ink-2 ${days.length <= 16 ? "sm:hidden" : ""}`}
      >
        <span>{days[0]}</span>
        <span>{days.at(-1)}</span>
      </p>
      {days.length <= 16 ? (
        <p aria-hidden="true" className="hidden text-xs text-ink-2 sm:flex">
          {days.map((day) => (
            <span key={day} className="flex-1 text-center">
              {day}
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}
