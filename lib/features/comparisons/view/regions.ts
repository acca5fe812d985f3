import { publishedOf } from "@/lib/domain/published";
import { atLeast, isUnknown, range } from "@/lib/domain/quantity";
import { SPREAD_KINDS, type SpreadKind, spreadKindsOf } from "@/lib/domain/spread-records";
import type { ActionRow, FigureRow, RegionRow } from "@/lib/domain/wave-record";
import { PARTICIPATION } from "@/lib/features/figures/view/participation-rows";
import { whenOf } from "@/lib/features/regions/view/joining";
import { joiningOrder, joiningWitnesses, recordSpread, regionsOfWave } from "@/lib/features/regions/view/record-spread";
import { figuresIn } from "@/lib/features/regions/view/region";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import { daysOfRegions, type Run } from "@/lib/features/regions/view/region-days";
import { type ComparedSubject, type ComparedValue, type Comparison, comparedValue, rowsOf } from "./compared";
import { largestFigures } from "./largest";

/** Regions side by side, in the order they were asked for. */
export function comparedRegions(codes: readonly string[], context: RegionContext): Comparison {
  const regions = regionsOfWave(context.record);
  const subjects = codes.flatMap((code) => {
    const region = regions.find(({ id }) => id === code);
    return region ? [subjectOf(region, context)] : [];
  });
  return { kind: "regions", subjects, rows: rowsOf(subjects, (value) => labelOf(value, context)) };
}

export function labelOf({ indicator, measure }: ComparedValue, { say, t }: RegionContext): string {
  return measure === null
    ? say(`compare.row.${indicator}`)
    : say("compare.largest", { measure: t(`measure.${measure}`) });
}

function subjectOf(region: RegionRow, context: RegionContext): ComparedSubject {
  const { record } = context;
  const actions = publishedOf(record.actions).filter(
    ({ regionId, certainty }) => regionId === region.id && certainty !== "contradicted",
  );
  const figures = figuresIn(region.id, record);
  return {
    ...{ id: region.id, name: context.text(region.names), href: context.waveHref(`/regions/${region.id}`) },
    values: [
      ...SPREAD_KINDS.map((kind) => firstOf(kind, region.id, context)),
      ...SPREAD_KINDS.map((kind) => daysWith(kind, region.id, context)),
      peopleOf(region, context),
      // Counted of a part, these would pass for those of the whole.
      ...(record.part?.related ? [] : countedIn({ actions, figures }, context)),
    ],
  };
}

function countedIn(own: Of, context: RegionContext): ComparedValue[] {
  return [
    ...SPREAD_KINDS.map((kind) => countOf(kind, own, context)),
    placesIn(own.actions, context),
    ...largestFigures(own.figures, context),
  ];
}

function firstOf(kind: SpreadKind, code: string, context: RegionContext): ComparedValue {
  const { record, t, say } = context;
  const order = joiningOrder(record, recordSpread(record))[kind];
  const indicator = `first_${kind}` as const;
  const joining = order.joined.find(({ regionCode }) => regionCode === code);
  if (joining === undefined) {
    const gaps = order.never.find(({ regionCode }) => regionCode === code)?.gaps ?? [];
    const text = t(kind === "strike" ? "region.noStrike" : "region.noRally");
    return comparedValue({
      indicator,
      text,
      coverageNoteIds: gaps,
      remarks: gaps.length > 0 ? [say("compare.unseen")] : [],
    });
  }
  const { earliest, latest, place, actionIds, gaps, claimedOnly } = joining;
  const places = place.best === place.worst ? String(place.best) : `${place.best}–${place.worst}`;
  return comparedValue({
    ...{ indicator, text: whenOf(joining, context), start: { earliest, latest }, coverageNoteIds: gaps },
    href: context.waveHref(`/timeline?kind=${kind}&region=${code}`),
    remarks: [say("compare.place", { place: places }), ...(claimedOnly ? [t("mark.claimed")] : [])],
    claimIds: joiningWitnesses({ ...joining, actionIds }, new Map(record.actions.map((one) => [one.id, one]))),
  });
}

type Of = { actions: readonly ActionRow[]; figures: readonly FigureRow[] };

/** How many there are on record, and of how many nobody gave a number. */
function countOf(kind: SpreadKind, { actions, figures }: Of, context: RegionContext): ComparedValue {
  const own = actions.filter(({ type, stoppage }) => spreadKindsOf({ kind: type, stoppage }).includes(kind));
  const measures: readonly string[] = kind === "strike" ? PARTICIPATION : ["attendance"];
  const counted = new Set(
    figures
      .filter(({ measure, quantity, standing }) => {
        return measures.includes(measure) && !isUnknown(quantity) && standing !== "deprecated";
      })
      .map(({ actionId }) => actionId),
  );
  const without = own.filter(({ id }) => !counted.has(id)).length;
  const remarks = own.length === 0 ? [] : [context.say("compare.without", { count: without })];
  const indicator = kind === "strike" ? "strikes" : "rallies";
  const known = { lower: own.length, upper: null, unit: "actions" };
  return comparedValue({ indicator, text: context.number(own.length), ...known, without, remarks });
}

/** Days on which it went on for certain, and with those on which it may have; open where reports were cut. */
function daysWith(kind: SpreadKind, code: string, context: RegionContext): ComparedValue {
  const runs = daysOfRegions([code], context).rows[0]?.runs ?? [];
  const daysOf = (wanted: (run: Run) => boolean) =>
    runs.filter(wanted).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const sure = daysOf(({ state, possible }) => state === kind && !possible);
  const possible = daysOf((run) => run.state === kind && run.possible);
  const cut = daysOf(({ state }) => state === "no_coverage");
  const days = cut > 0 ? atLeast(sure, "days") : range(sure, sure + possible, "days");
  const { lower, upper, unit } = days;
  return comparedValue({
    ...{ indicator: `days_with_${kind}`, text: context.heard(days), lower, upper, unit },
    remarks: cut > 0 ? [context.say("compare.cut", { count: cut })] : [],
  });
}

function placesIn(actions: readonly ActionRow[], context: RegionContext): ComparedValue {
  const places = new Set(actions.flatMap(({ localityId }) => localityId ?? [])).size;
  const unplaced = actions.filter(({ localityId }) => localityId === null).length;
  return comparedValue({
    ...{ indicator: "places", text: context.number(places), lower: places, unit: "places" },
    upper: unplaced > 0 ? null : places,
    remarks: unplaced > 0 ? [context.say("places.unplaced", { count: unplaced })] : [],
  });
}

function peopleOf({ population, populationOn }: RegionRow, context: RegionContext): ComparedValue {
  if (population === null) return comparedValue({ indicator: "population", text: context.t("region.noPopulation") });
  const remarks = populationOn === null ? [] : [context.date(populationOn)];
  const both = { lower: population, upper: population, unit: "people" };
  return comparedValue({ indicator: "population", text: context.number(population), ...both, remarks });
}
