import { acceptedRange } from "@/lib/domain/accepted";
import { figuresByQuestion } from "@/lib/domain/competing-claims";
import type { FigureRow, RegionRow } from "@/lib/domain/wave-record";
import { type CoverageItem, coverageItems } from "@/lib/features/coverage/view";
import { type TimelineItem, timelineView } from "@/lib/features/events/view";
import { publishedOf, type ReadingContext } from "@/lib/features/waves/view/reading-context";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import { firstByRegion, type NamedLink } from "./joining";
import { regionsOfWave } from "./record-spread";

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
  names: { language: Locale; name: string }[];
  population: { amount: string; on: string; isComputed: boolean } | null;
  places: { name: string; isCapital: boolean }[];
  first: { strike?: string; rally?: string };
  timeline: TimelineItem[];
  figures: RegionFigures[];
  coverage: CoverageItem[];
  /** Units that were taken out of it later, and the day they came to be. */
  splitInto: { name: string; day: string }[];
};

/** One region as it was during the wave; null when there was none of that code. */
export function regionView(context: ReadingContext, code: string): RegionView | null {
  const region = regionsOfWave(context.record).find(({ id }) => id === code);
  if (region === undefined) return null;
  const { record } = context;
  return {
    name: context.text(region.names),
    code,
    names: LOCALES.flatMap((language) => {
      const name = region.names[language];
      return name ? [{ language, name }] : [];
    }),
    population: populationOf(region, context),
    places: placesOf(region, context),
    first: firstByRegion(context).get(code) ?? {},
    timeline: timelineView(context).filter(({ facets }) => facets.regions.includes(code)),
    figures: figuresOf(code, context),
    coverage: coverageItems(context, code),
    splitInto: record.regions
      .filter((one) => one.partOfId === code && one.validFrom !== null && one.validFrom > record.wave.lastDay)
      .map((one) => ({ name: context.text(one.names), day: context.date(one.validFrom ?? "") })),
  };
}

/** A unit that came to be only after the wave, with the one it was part of then. */
export function laterRegion(
  context: ReadingContext,
  code: string,
): { name: string; day: string; partOf: NamedLink } | null {
  const region = context.record.regions.find(({ id }) => id === code);
  const parent = context.record.regions.find(({ id }) => id === region?.partOfId);
  if (!region?.validFrom || !parent || region.validFrom <= context.record.wave.firstDay) return null;
  const partOf = { name: context.text(parent.names), href: context.waveHref(`/regions/${parent.id}`) };
  return { name: context.text(region.names), day: context.date(region.validFrom), partOf };
}

function populationOf({ population, populationOn, populationNote }: RegionRow, context: ReadingContext) {
  if (population === null || populationOn === null) return null;
  // The note is "as published" or how the number was put together.
  return {
    amount: context.number(population),
    on: context.date(populationOn),
    isComputed: populationNote !== null && populationNote !== "as published",
  };
}

function placesOf(region: RegionRow, context: ReadingContext): RegionView["places"] {
  const { localities, wave } = context.record;
  const isIn = (from: string | null, to: string | null) =>
    (from ?? "") <= wave.firstDay && (to === null || wave.firstDay < to);
  return localities
    .filter(({ regions }) => regions.some((one) => one.regionId === region.id && isIn(one.validFrom, one.validTo)))
    .map(({ id, names }) => ({ name: context.text(names), isCapital: id === region.capitalId }))
    .toSorted((a, b) => Number(b.isCapital) - Number(a.isCapital) || a.name.localeCompare(b.name, context.locale));
}

function figuresOf(code: string, context: ReadingContext): RegionFigures[] {
  const { record } = context;
  const here = new Set(
    [...record.actions, ...record.events].filter((one) => one.regionId === code).map(({ id }) => id),
  );
  const own = publishedOf(record.figures).filter(
    ({ regionId, actionId, eventId }) => regionId === code || here.has(actionId ?? "") || here.has(eventId ?? ""),
  );
  const byMeasure = Map.groupBy(own, ({ measure }) => measure);
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
