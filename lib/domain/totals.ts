import { type AcceptedRange, acceptedRange } from "./accepted";
import { type ActionRange, actionRanges, type LooseClaims } from "./action-ranges";
import { type LocalClock, localClocks, localDay } from "./local-day";
import type { Basis, Measure } from "./measure";
import { presenceIn } from "./presence";
import { publishedOf } from "./published";
import { isUnknown } from "./quantity";
import { type SpreadKind, spreadKindsOf } from "./spread-records";
import { type SumResult, sumRanges } from "./sum";
import type { ActionRow, FigureRow, WaveRecord } from "./wave-record";

/** A figure about an area, never about one action: it may count everybody again, so it stands beside a total. */
export type AreaRange = {
  regionId: string | null;
  measure: Measure;
  basis: Basis;
  day: string | null;
  range: AcceptedRange;
};

/** A sum in which general-strike figures stand for their areas, or why there is none. */
export type GeneralSum = SumResult | { refused: "areas_overlap" | "place_unknown" };

/** One sum of equal figures: one measure, one basis, and one local day where it is per day. */
export type Total = {
  basis: Basis;
  day: string | null;
  /** Without general-strike figures. */
  sum: SumResult;
  /** With them, each instead of the workplaces of its area; null when no general strike has a number. */
  withGeneral: GeneralSum | null;
  added: ActionRange[];
  general: ActionRange[];
  /** Actions of that time without a number; they are in no sum and are no zero. General strikes are apart. */
  lacking: string[];
  generalLacking: string[];
  /** Strikes begun before that day whose end nobody reported: whether they count among the lacking nobody can say. */
  endUnknown: string[];
};

/** Everything of one measure: what can be added, what stands beside it, and which actions have no number at all. */
export type MeasureTotals = {
  kind: SpreadKind;
  measure: Measure;
  /** Every action that counts, and those of which somebody gave a number, on whatever basis. */
  actions: string[];
  withNumber: string[];
  /** Whether a general strike is claimed at all: then every sum of strikes has two readings, also where they are alike. */
  hasGeneral: boolean;
  /** Claims that were read and name no number. */
  unknownClaims: string[];
  totals: Total[];
  beside: AreaRange[];
  loose: LooseClaims[];
};

/** One action with what is accepted about it: the piece from which totals are put together. */
export type CountedAction = {
  action: ActionRow;
  kinds: SpreadKind[];
  clock: LocalClock;
  ranges: ActionRange[];
  loose: LooseClaims[];
};

/** What each kind is asked about even when nobody ever said a number of it. */
const ALWAYS: Record<SpreadKind, Measure> = { strike: "workers_directly_involved", rally: "attendance" };
const OF_STRIKES: readonly Measure[] = ["workers_directly_involved", "workers_indirectly_involved", "days_not_worked"];

/**
 * The totals of a record, strikes and protests apart, each measure, basis and day apart. Rates are in none of them.
 * What is contradicted or retracted counts nowhere.
 */
export function totalsOf(record: WaveRecord): MeasureTotals[] {
  const counted = countedActions(record);
  const areas = areaRanges(record);
  return (["strike", "rally"] as const).flatMap((kind) => {
    const own = counted.filter(({ kinds }) => kinds.includes(kind));
    const said = new Set(
      own.flatMap(({ ranges, kinds }) => ranges.map(({ measure }) => measure).filter(isOf(kind, kinds))),
    );
    const measures = [...new Set([ALWAYS[kind], ...said])];
    return measures.map((measure) => measureTotals({ kind, measure, own, areas }));
  });
}

/** Every action that counts with its own ranges, in the order of the record. */
export function countedActions(record: WaveRecord): CountedAction[] {
  const clocks = localClocks(record);
  const figures = Map.groupBy(publishedOf(record.figures), ({ actionId }) => actionId);
  return publishedOf(record.actions)
    .filter(({ certainty }) => certainty !== "contradicted")
    .map((action) => {
      const clock = clocks(action.regionId);
      const kinds = spreadKindsOf({ kind: action.type, stoppage: action.stoppage });
      return { action, kinds, clock, ...actionRanges(action, figures.get(action.id) ?? [], clock) };
    });
}

/** Work measures are of the strike, everything else of the protest where an action is both: nothing is said twice. */
function isOf(kind: SpreadKind, kinds: readonly SpreadKind[]) {
  return (measure: Measure) => {
    if (OF_STRIKES.includes(measure)) return kind === "strike";
    return kind === (kinds.includes("rally") ? "rally" : "strike");
  };
}

type Asked = { kind: SpreadKind; measure: Measure; own: readonly CountedAction[]; areas: readonly AreaRange[] };

function measureTotals({ kind, measure, own, areas }: Asked): MeasureTotals {
  const of = ({ ranges }: CountedAction) => ranges.filter((range) => range.measure === measure);
  const hasNumber = (one: CountedAction) => of(one).some(({ range }) => !isUnknown(range));
  const known = own.flatMap(of).filter(({ range }) => !isUnknown(range));
  const sorts = Map.groupBy(known, ({ basis, day }) => `${basis} ${day}`);
  return {
    kind,
    measure,
    actions: own.map(({ action }) => action.id),
    withNumber: own.filter(hasNumber).map(({ action }) => action.id),
    hasGeneral: kind === "strike" && own.some(({ action }) => action.general),
    unknownClaims: own.flatMap(of).flatMap(({ range }) => range.unknownClaims),
    totals: [...sorts.values()].map((all) => totalOf(all, own)).toSorted(byBasisThenDay),
    beside: areas.filter((area) => area.measure === measure && kind === kindOfArea(measure)),
    loose: own.flatMap(({ loose }) => loose).filter((claims) => claims.measure === measure),
  };
}

function kindOfArea(measure: Measure): SpreadKind {
  return OF_STRIKES.includes(measure) ? "strike" : "rally";
}

const BASIS_ORDER: readonly Basis[] = ["peak", "cumulative", "average", "on_day"];

function byBasisThenDay(a: Total, b: Total): number {
  return BASIS_ORDER.indexOf(a.basis) - BASIS_ORDER.indexOf(b.basis) || (a.day ?? "").localeCompare(b.day ?? "");
}

/** Adds ranges of one measure, basis and day. `actions` are all that count; those at that time without a number lack. */
export function totalOf(known: readonly ActionRange[], actions: readonly CountedAction[]): Total {
  const { basis, day } = known[0] ?? { basis: "on_day" as const, day: null };
  const has = new Set(known.map(({ actionId }) => actionId));
  const others = actions.filter(({ action }) => !has.has(action.id));
  const without = others.filter((one) => ["sure", "possible"].includes(presenceOn(one, day)));
  const lacking = without.filter(({ action }) => !action.general);
  const workplaces = known.filter(({ range }) => !range.general);
  const general = known.filter(({ range }) => range.general);
  return {
    basis,
    day,
    sum: sumRanges(known.map(summandOf), lacking.length),
    withGeneral: general.length === 0 ? null : withGeneral(workplaces, general, { actions, lacking: lacking.length }),
    added: workplaces,
    general,
    lacking: lacking.map(({ action }) => action.id),
    generalLacking: without.filter(({ action }) => action.general).map(({ action }) => action.id),
    endUnknown: others.filter((one) => mayGoOn(one, day)).map(({ action }) => action.id),
  };
}

// A figure of the whole time asks nothing of the day.
function presenceOn({ action, clock }: CountedAction, day: string | null) {
  return day === null ? "sure" : presenceIn(action, clock.bounds(day));
}

// A strike goes on until it ends; a gathering of another day is over unless somebody says otherwise.
function mayGoOn(one: CountedAction, day: string | null): boolean {
  return one.kinds.includes("strike") && presenceOn(one, day) === "not_known";
}

function summandOf({ actionId, day, range }: ActionRange) {
  return { subject: actionId, day, range };
}

type Around = { actions: readonly CountedAction[]; lacking: number };

/**
 * The figure of a general strike stands for everybody of its area, so the workplaces there are left out and those
 * elsewhere added. Refused when two areas may hold the same people, or when it is not known where a workplace is.
 */
function withGeneral(workplaces: readonly ActionRange[], general: readonly ActionRange[], around: Around): GeneralSum {
  const regions = new Map(around.actions.map(({ action }) => [action.id, action.regionId]));
  const regionOf = ({ actionId }: ActionRange) => regions.get(actionId) ?? null;
  const areas = general.map(regionOf);
  const isNational = areas.includes(null);
  if (new Set(areas).size < areas.length || (isNational && areas.length > 1)) return { refused: "areas_overlap" };
  if (!isNational && workplaces.some((one) => regionOf(one) === null)) return { refused: "place_unknown" };
  const elsewhere = isNational ? [] : workplaces.filter((one) => !areas.includes(regionOf(one)));
  // Here the figures stand for areas of their own, so that none counts another's people.
  const areaSums = general.map((one) => ({ ...summandOf(one), range: { ...one.range, general: false } }));
  return sumRanges([...areaSums, ...elsewhere.map(summandOf)], around.lacking);
}

function areaRanges(record: WaveRecord): AreaRange[] {
  const clocks = localClocks(record);
  const figures = publishedOf(record.figures).filter(({ subject }) => subject === "region" || subject === "wave");
  const dayOf = (figure: FigureRow) =>
    figure.basis === "on_day" ? localDay(figure.asOf, clocks(figure.regionId)) : null;
  const groups = Map.groupBy(figures, (figure) => {
    const { regionId, measure, basis, general, asOf } = figure;
    const when = dayOf(figure) ?? `${asOf.earliest}-${asOf.latest}`;
    return [regionId, measure, basis, general, when].join(" ");
  });
  return [...groups.values()].flatMap((claims) => {
    const [first] = claims;
    const range = acceptedRange(claims);
    if (first === undefined || "refused" in range) return [];
    const { regionId, measure, basis } = first;
    return [{ regionId, measure, basis, day: dayOf(first), range }];
  });
}
