import { acceptedRange } from "@/lib/domain/accepted";
import { figuresByQuestion } from "@/lib/domain/competing-claims";
import { publishedOf } from "@/lib/domain/published";
import type { ActionRow, EventRow, FigureRow, RegionRow, WaveRecord } from "@/lib/domain/wave-record";
import { type CoverageItem, coverageItems } from "@/lib/features/coverage/view";
import { type TimelineItem, timelineView } from "@/lib/features/events/view";
import { gatherings } from "@/lib/features/figures/view/crowd-subjects";
import { isStrike } from "@/lib/features/figures/view/strike-marks";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { firstByRegion, type NamedLink } from "./joining";
import { regionsOfWave } from "./record-spread";
import { type Boundary, boundaryOf } from "./region-boundary";
import type { RegionContext } from "./region-context";
import { type DaysOfRegions, daysOfRegions } from "./region-days";
import { namesOf, type RegionNames } from "./region-names";
import { movedPlaces, type PlaceOfRegion, placesOfRegion } from "./region-places";

export type RegionFigure = {
  key: string;
  subject: NamedLink;
  when: string;
  amount: string;
  disputed: boolean;
  claims: { id: string; href: string; claimant: string }[];
};
export type RegionFigures = { measure: string; rows: RegionFigure[] };

export type RegionView = {
  name: string;
  code: string;
  names: RegionNames;
  population: Population | null;
  boundary: Boundary;
  places: PlaceOfRegion[];
  /** Records of the region that name no place in it. */
  unplaced: number;
  first: { strike?: string; rally?: string };
  days: DaysOfRegions;
  /** Whether the charts of workforces on strike and of crowds have anything of the region. */
  hasStrikers: boolean;
  hasGatherings: boolean;
  timeline: TimelineItem[];
  figures: RegionFigures[];
  coverage: CoverageItem[];
};
export type Population = { amount: string; on: string; source: string | null; isComputed: boolean };

/** One region as it was during the wave; null when there was none of that code. */
export function regionView(context: RegionContext, code: string): RegionView | null {
  const region = regionsOfWave(context.record).find(({ id }) => id === code);
  if (region === undefined) return null;
  const timeline = timelineView(context).filter(({ facets }) => facets.regions.includes(code));
  const { actions, events } = context.record;
  const isHere = ({ regionId, state }: ActionRow | EventRow) => regionId === code && state === "published";
  return {
    name: context.text(region.names),
    code,
    names: namesOf(region, context),
    population: populationOf(region, context),
    boundary: boundaryOf(region, context),
    places: placesOfRegion(region, context),
    unplaced: [...actions, ...events].filter((one) => isHere(one) && one.localityId === null).length,
    first: firstByRegion(context).get(code) ?? {},
    days: daysOfRegions([code], context),
    hasStrikers: actions.some((one) => isHere(one) && isStrike(one) && one.workforceIds.length > 0),
    hasGatherings: gatherings(context.record).some(({ regionId }) => regionId === code),
    timeline,
    figures: figuresOf(code, context),
    coverage: coverageItems(context, code),
  };
}

/** A unit that came to be only after the wave: the one it was part of then, and what is on record of its places. */
export type LaterRegionView = {
  name: string;
  code: string;
  day: string;
  partOf: NamedLink;
  names: RegionNames;
  population: Population | null;
  items: TimelineItem[];
};

export function laterRegion(context: RegionContext, code: string): LaterRegionView | null {
  const { record } = context;
  const region = record.regions.find(({ id }) => id === code);
  const parent = record.regions.find(({ id }) => id === region?.partOfId);
  if (!region?.validFrom || !parent || region.validFrom <= record.wave.firstDay) return null;
  const places = new Set(
    movedPlaces(parent.id, context)
      .get(code)
      ?.map(({ id }) => id),
  );
  const there = new Set(
    [...record.actions, ...record.events].filter(({ localityId }) => places.has(localityId ?? "")).map(({ id }) => id),
  );
  return {
    ...{ name: context.text(region.names), code, day: context.date(region.validFrom) },
    partOf: { name: context.text(parent.names), href: context.waveHref(`/regions/${parent.id}`) },
    names: namesOf(region, context),
    population: populationOf(region, context),
    items: timelineView(context).filter(({ id }) => there.has(id)),
  };
}

function populationOf(region: RegionRow, context: RegionContext): Population | null {
  const { population, populationOn, populationSource } = region;
  if (population === null || populationOn === null) return null;
  // Counted by the boundaries of later: the whole of that day is put together from them.
  const isComputed = context.record.regions.some(
    (one) => one.partOfId === region.id && one.populationOn === populationOn && (one.validFrom ?? "") > populationOn,
  );
  return {
    amount: context.number(population),
    on: context.date(populationOn),
    source: populationSource && context.text(populationSource),
    isComputed,
  };
}

/** What was published of numbers about a region, or about what happened there. */
export function figuresIn(code: string, record: WaveRecord): FigureRow[] {
  const here = new Set(
    [...record.actions, ...record.events].filter((one) => one.regionId === code).map(({ id }) => id),
  );
  return publishedOf(record.figures).filter(
    ({ regionId, actionId, eventId }) => regionId === code || here.has(actionId ?? "") || here.has(eventId ?? ""),
  );
}

function figuresOf(code: string, context: ReadingContext): RegionFigures[] {
  const byMeasure = Map.groupBy(figuresIn(code, context.record), ({ measure }) => measure);
  return [...byMeasure].map(([measure, figures]) => ({
    measure: context.t(`measure.${measure}`),
    rows: rowsOf(figures, code, context),
  }));
}

function rowsOf(figures: readonly FigureRow[], code: string, context: ReadingContext): RegionFigure[] {
  return figuresByQuestion(figures, context.record)
    .toSorted((a, b) => (a[0]?.asOf.earliest ?? 0) - (b[0]?.asOf.earliest ?? 0))
    .flatMap((claims) => {
      const range = acceptedRange(claims);
      const first = claims[0];
      if ("refused" in range || first === undefined) return [];
      return {
        key: first.id,
        subject: subjectOf(first, code, context),
        when: context.moment(first.asOf, code),
        amount: context.heard(range),
        disputed: range.disputed,
        claims: claims.map(({ id, claimant }) => ({
          id,
          href: context.recordHref(id),
          claimant: context.t(`claimant.${claimant}`),
        })),
      };
    });
}

function subjectOf({ actionId, eventId }: FigureRow, code: string, context: ReadingContext): NamedLink {
  const { actions, events, regions } = context.record;
  const action = actions.find(({ id }) => id === actionId);
  if (action) return { name: context.actionTitle(action), href: context.recordHref(action.id) };
  const event = events.find(({ id }) => id === eventId);
  if (event) return { name: context.text(event.text), href: context.recordHref(event.id) };
  const region = regions.find(({ id }) => id === code);
  return { name: context.text(region?.names), href: context.waveHref(`/regions/${code}`) };
}
