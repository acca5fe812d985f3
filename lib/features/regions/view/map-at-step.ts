import { acceptedRange } from "@/lib/domain/accepted";
import { figuresByQuestion } from "@/lib/domain/competing-claims";
import type { DayBounds } from "@/lib/domain/moment";
import { presenceIn } from "@/lib/domain/presence";
import { publishedOf } from "@/lib/domain/published";
import { regionStateAt } from "@/lib/domain/spread";
import { type SpreadAction, spreadKindsOf } from "@/lib/domain/spread-records";
import type { CrowdSize, DayOfRegions, MapAtStep, PlaceAtStep, RegionOnMap } from "@/lib/domain/wave-digest";
import type { FigureRow, LocalityRow, WaveRecord } from "@/lib/domain/wave-record";
import type { RecordSpread } from "./record-spread";
import { type Step, windowOf } from "./steps";

/** What was accepted at a step of the crowd of one action, and of all of a region. */
export type CrowdSizes = {
  sizeOf(actionId: string): CrowdSize | null;
  sizeIn(regionCode: string): CrowdSize | null;
};

/** What a map is made from: the arithmetic's record, the clock of each region, and the crowds at the step. */
export type MapSources = CrowdSizes & {
  spread: RecordSpread;
  localities: readonly LocalityRow[];
  zone(regionCode: string | null): string;
};

/** The map of a wave at one step: states of regions, and places where something was or may have been going on. */
export function mapAtStep(step: Step, sources: MapSources): MapAtStep {
  const { spread, sizeOf, sizeIn } = sources;
  const windowIn = windowsOf(step, sources);
  const byRegion = Map.groupBy(spread.actions, ({ regionCode }) => regionCode);
  const states = spread.regions.map(({ id }) => {
    const at = { regionCode: id, ...windowIn(id) };
    const own = byRegion.get(id) ?? [];
    const state = regionStateAt(own, spread.events, spread.coverage, at);
    const { notKnownWhetherOn } = state;
    const told = { ...actionsOn(own, at, sizeOf), size: sizeIn(id) };
    return [id, { ...state, notKnownWhetherOn: notKnownWhetherOn.length, ...told }] as const;
  });
  return { regions: Object.fromEntries(states), places: placesAt(sources, windowIn) };
}

/** The states of all regions day by day, each on its own clock. */
export function calendarOf(dates: readonly string[], sources: Pick<MapSources, "spread" | "zone">): DayOfRegions[] {
  const { spread } = sources;
  const byRegion = Map.groupBy(spread.actions, ({ regionCode }) => regionCode);
  return dates.map((date) => {
    const windowIn = windowsOf({ key: date, date, part: "day" }, sources);
    const states = spread.regions.map(({ id }) => {
      const at = { regionCode: id, ...windowIn(id) };
      const { states, possibleOnly } = regionStateAt(byRegion.get(id) ?? [], spread.events, spread.coverage, at);
      return [id, { states, possibleOnly }] as const;
    });
    return { date, regions: Object.fromEntries(states) };
  });
}

/** So many actions of a region are told beside its map; the others are counted. */
const MOST_TOLD = 4;

/** What went on in a region: what is certain first, then by when it began. */
function actionsOn(
  own: readonly SpreadAction[],
  window: DayBounds,
  sizeOf: MapSources["sizeOf"],
): Pick<RegionOnMap, "on" | "firstOn"> {
  const seen = own.flatMap((action) => {
    const presence = action.certainty === "contradicted" ? "no" : presenceIn(action, window);
    return presence === "sure" || presence === "possible" ? [{ action, possible: presence === "possible" }] : [];
  });
  const begins = ({ action }: (typeof seen)[number]) => action.period.start.earliest;
  const ordered = seen.toSorted((a, b) => Number(a.possible) - Number(b.possible) || begins(a) - begins(b));
  const firstOn = ordered
    .slice(0, MOST_TOLD)
    .map(({ action: { id }, possible }) => ({ id, possible, size: sizeOf(id) }));
  return { on: seen.length, firstOn };
}

type WindowIn = (regionCode: string | null) => DayBounds;

/** The step on each region's clock, worked out once for each. */
function windowsOf(step: Step, { zone }: Pick<MapSources, "zone">): WindowIn {
  const windows = new Map<string | null, DayBounds>();
  return (regionCode) => {
    const window = windows.get(regionCode) ?? windowOf(step, zone(regionCode));
    windows.set(regionCode, window);
    return window;
  };
}

function placesAt({ spread, localities, sizeOf }: MapSources, windowIn: WindowIn): PlaceAtStep[] {
  const seen = spread.actions.flatMap((action) => {
    if (action.placeId === null || action.certainty === "contradicted") return [];
    const presence = presenceIn(action, windowIn(action.regionCode));
    return presence === "sure" || presence === "possible" ? [{ action, presence }] : [];
  });
  const byPlace = Map.groupBy(seen, ({ action }) => action.placeId);
  return localities.flatMap(({ id }) => {
    const here = byPlace.get(id) ?? [];
    const [first] = here;
    if (first === undefined) return [];
    const kinds = new Set(here.flatMap(({ action }) => spreadKindsOf(action)));
    return {
      ...{ localityId: id, regionCode: first.action.regionCode },
      kind: kinds.size === 2 ? "both" : kinds.has("strike") ? "strike" : "rally",
      possible: here.every(({ presence }) => presence === "possible"),
      ...{ actions: here.length, firstActionId: first.action.id },
      size: largestOf(here.flatMap(({ action }) => sizeOf(action.id) ?? [])),
    } as const;
  });
}

/** The crowds of a whole record by the action they are of, at one step. */
export function crowdSizes(record: WaveRecord, step: Step, zone: MapSources["zone"]): CrowdSizes {
  const counted = publishedOf(record.figures).filter(({ measure }) => measure === "attendance");
  const byAction = Map.groupBy(counted, ({ actionId }) => actionId);
  const byRegion = Map.groupBy(byAction.get(null) ?? [], ({ regionId }) => regionId);
  const regionOf = new Map(record.actions.map(({ id, regionId }) => [id, regionId]));
  const windowIn = windowsOf(step, { zone });
  const sizeAt = (figures: readonly FigureRow[] = [], regionCode: string | null) =>
    crowdSize(figures, record, { step, window: windowIn(regionCode) });
  return {
    sizeOf: (actionId) => sizeAt(byAction.get(actionId), regionOf.get(actionId) ?? null),
    sizeIn: (regionCode) => sizeAt(byRegion.get(regionCode), regionCode),
  };
}

type At = { step: Step; window: DayBounds };

/** The largest number accepted of an action's crowd at a step, by these published figures; null when there is none. */
export function crowdSize(
  figures: readonly FigureRow[],
  record: Pick<WaveRecord, "actions">,
  at: At,
): CrowdSize | null {
  return largestCrowd(
    figures.filter((figure) => isOf(figure, at)),
    record,
  );
}

/** The largest number accepted of what these published figures count; null when there is none. */
export function largestCrowd(figures: readonly FigureRow[], record: Pick<WaveRecord, "actions">): CrowdSize | null {
  const sizes = figuresByQuestion(figures, record).flatMap((group): CrowdSize[] => {
    const range = acceptedRange(group);
    if ("refused" in range || range.unknown !== null) return [];
    const { lower, upper, unit, approximate } = range;
    return [{ lower, upper, unit, approximate }];
  });
  return largestOf(sizes);
}

// The number of a day is no number of its evening.
function isOf({ asOf }: FigureRow, { window, step }: At): boolean {
  if (step.part !== "day") return asOf.earliest >= window.start && asOf.latest < window.end;
  return asOf.earliest < window.end && asOf.latest >= window.start;
}

// Crowds of one town are partly the same people: the largest is shown, they are never added.
function largestOf(sizes: readonly CrowdSize[]): CrowdSize | null {
  const most = ({ lower, upper }: CrowdSize) => upper ?? lower ?? -1;
  return sizes.toSorted((a, b) => most(b) - most(a))[0] ?? null;
}
