import { publishedOf } from "@/lib/domain/published";
import { isUnknown } from "@/lib/domain/quantity";
import type { ActionRow, FigureRow, WaveRecord, WorkforceRow, WorkforceSizeRow } from "@/lib/domain/wave-record";
import type { LinkedText } from "@/lib/shared/chart/chart";
import type { ParticipationRow, TimeAxis } from "@/lib/shared/chart/drawing";
import { localDate } from "@/lib/shared/format/day";
import { figureScales, isShown } from "./figure-marks";
import {
  briefKind,
  isClaimed,
  isOnAxis,
  isStrike,
  isUndated,
  strikeBar,
  strikeTimes,
  undatedWords,
} from "./strike-marks";
import { linked, type ViewContext } from "./view-context";

/** What a figure must measure to say how many of a workforce took part. A crowd is counted in `crowds`. */
export const PARTICIPATION = ["participation_rate", "workers_directly_involved", "workers_indirectly_involved"];

/** How many workforces a chart draws, and how many figures of them: those that began first, where there are more. */
export const MOST_ROWS = 25;
export const MOST_FIGURES = 400;

/** Those of them that a chart draws: at least one, and no more than it has room for. */
export function drawnOf(striking: readonly StrikingWorkforce[]): readonly StrikingWorkforce[] {
  let figures = 0;
  const room = striking.slice(0, MOST_ROWS).findIndex((row) => {
    figures += row.figures.length;
    return figures > MOST_FIGURES;
  });
  return striking.slice(0, room === -1 ? MOST_ROWS : Math.max(1, room));
}

/** One workforce with its strikes and the figures about them, before anything is put into words. */
export type StrikingWorkforce = {
  workforce: WorkforceRow;
  /** The local day by which its first strike had begun. */
  firstDay: string;
  strikes: ActionRow[];
  figures: FigureRow[];
  size: WorkforceSizeRow | null;
};

/** By the day by which it had begun, then the larger workforce first, then by when it may have begun. */
export function strikingWorkforces(record: WaveRecord, axis: TimeAxis): StrikingWorkforce[] {
  const strikes = publishedOf(record.actions).filter(
    (action) => action.certainty !== "contradicted" && isStrike(action) && isOnAxis(action, axis),
  );
  const strikesOf = grouped(strikes.flatMap((action) => action.workforceIds.map((id) => [id, action] as const)));
  const figuresOfAction = grouped(
    participationFigures(record).map((figure) => [figure.actionId ?? "", figure] as const),
  );
  const sizesOf = grouped(record.workforceSizes.map((size) => [size.workforceId, size] as const));
  return publishedOf(record.workforces)
    .map((workforce) => {
      const own = strikesOf(workforce.id);
      const begun = Math.min(...own.map((action) => strikeTimes(action).startLatest));
      return {
        workforce,
        firstDay: own.length === 0 ? "" : localDate(begun, record.wave.timeZone),
        strikes: own,
        figures: figuresOf(workforce, own, figuresOfAction),
        size: own.length === 0 ? null : latestSize(record, sizesOf(workforce.id)),
      };
    })
    .filter(({ strikes: own }) => own.length > 0)
    .toSorted(byFirstDayThenSize);
}

/** What was said of each, in the order it was said in. */
function grouped<T>(all: readonly (readonly [string, T])[]): (id: string) => T[] {
  const groups = Map.groupBy(all, ([id]) => id);
  return (id) => groups.get(id)?.map(([, one]) => one) ?? [];
}

function participationFigures(record: WaveRecord): FigureRow[] {
  return record.figures.filter((figure) => isShown(figure) && PARTICIPATION.includes(figure.measure));
}

function figuresOf(
  workforce: WorkforceRow,
  strikes: readonly ActionRow[],
  figuresOfAction: (id: string) => FigureRow[],
): FigureRow[] {
  return strikes
    .flatMap((action) => figuresOfAction(action.id).filter((figure) => isOwn(figure, action, workforce)))
    .toSorted((a, b) => a.asOf.earliest - b.asOf.earliest || (a.id < b.id ? -1 : 1));
}

/** A figure of a whole action is a workforce's own only where nobody else took part in it. */
function isOwn(figure: FigureRow, action: ActionRow, workforce: WorkforceRow): boolean {
  return figure.workforceId === null ? action.workforceIds.length === 1 : figure.workforceId === workforce.id;
}

/** The latest known size by the end of the wave, else the first after it; only of exactly this workforce. */
export function latestSize(
  record: Pick<WaveRecord, "wave">,
  sizes: readonly WorkforceSizeRow[],
): WorkforceSizeRow | null {
  const own = publishedOf(sizes)
    .filter((size) => size.comparable && size.standing !== "deprecated")
    .filter((size) => !isUnknown(size.quantity))
    .toSorted((a, b) => a.asOf.earliest - b.asOf.earliest);
  const byThen = own.filter((size) => size.asOf.earliest <= Date.parse(`${record.wave.lastDay}T23:59Z`));
  return byThen.at(-1) ?? own[0] ?? null;
}

function byFirstDayThenSize(a: StrikingWorkforce, b: StrikingWorkforce): number {
  // Of the strikes that had begun first; a vaguer one, some time in the month, does not pull its workforce to the front.
  const earliest = ({ strikes }: StrikingWorkforce) => {
    const begun = Math.min(...strikes.map((one) => strikeTimes(one).startLatest));
    const first = strikes.map(strikeTimes).filter(({ startLatest }) => startLatest === begun);
    return Math.min(...first.map(({ startEarliest }) => startEarliest));
  };
  const size = (row: StrikingWorkforce) => row.size?.quantity.lower ?? row.size?.quantity.upper ?? -1;
  return (
    a.firstDay.localeCompare(b.firstDay) ||
    size(b) - size(a) ||
    earliest(a) - earliest(b) ||
    a.workforce.id.localeCompare(b.workforce.id, "en", { numeric: true })
  );
}

export function participationRow(record: WaveRecord, row: StrikingWorkforce, context: ViewContext): ParticipationRow {
  const name = context.text(row.workforce.names);
  const known = row.figures.some((figure) => !isUnknown(figure.quantity));
  const scales = figureScales({ figures: row.figures, name }, record, context);
  const settled = scales.some(({ points }) => points.some((point) => !point.disputed));
  const lack = settled ? null : known ? context.words("participation.onlyDisputed") : context.silence;
  const [undated, dated] = partition(row.strikes, isUndated);
  return {
    id: row.workforce.id,
    name: linked(name, context.workforceHref(row.workforce.slug)),
    details: rowDetails(record, row, context),
    regions: [...new Set([row.workforce, ...row.strikes].flatMap(({ regionId }) => regionId ?? []))],
    bars: dated.map((action) => strikeBar(action, name, lack, context)),
    undated: undated.map((action) => undatedLink(action, dated.length > 0, context)),
    scales,
    remark: known ? null : unknownRemark(row.figures, context),
  };
}

/** Beside a bar it says that it is about another strike. */
function undatedLink(action: ActionRow, besideBar: boolean, context: ViewContext): LinkedText {
  const when = undatedWords(action, context);
  return linked(besideBar ? context.words("participation.alsoUndated", { when }) : when, context.recordHref(action.id));
}

function partition<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}

/** Employer, place, kind of strike and size, each where it adds something; the size leads to its claim. */
function rowDetails(record: WaveRecord, row: StrikingWorkforce, context: ViewContext): LinkedText[] {
  const { workforce, size, strikes } = row;
  const employer = record.employers.find((one) => one.id === workforce.employerId);
  const place = placeOf(record, workforce, context);
  const kinds = [...new Set(strikes.map(briefKind))].filter((kind) => kind !== "strike");
  const sizeWords =
    size &&
    context.words("participation.size", { count: context.quantity(size.quantity), year: yearOf(size, context) });
  return [
    linked(employer ? context.text(employer.names) : ""),
    linked(context.text(workforce.names).includes(place) ? "" : place),
    ...kinds.map((kind) => linked(context.words(`strike.${kind}`))),
    linked(strikes.every(isClaimed) ? context.words("claimed") : ""),
    ...(size && sizeWords ? [linked(sizeWords, context.recordHref(size.id))] : []),
  ].filter((detail) => detail.text !== "");
}

function yearOf(size: WorkforceSizeRow, { timeZone, words }: ViewContext): string {
  if (size.asOf.precision === "none") return words("participation.noYear");
  return new Intl.DateTimeFormat("en", { year: "numeric", timeZone }).format(size.asOf.earliest);
}

export function placeOf(record: WaveRecord, workforce: WorkforceRow, context: ViewContext): string {
  const locality = record.localities.find((one) => one.id === workforce.localityId);
  const region = record.regions.find((one) => one.id === workforce.regionId);
  return locality ? context.text(locality.names) : region ? context.text(region.names) : "";
}

/** Leads to the claim that says that nobody can say; without one, only the words. */
function unknownRemark(figures: readonly FigureRow[], context: ViewContext): LinkedText {
  const claim = figures.find((figure) => isUnknown(figure.quantity));
  return claim ? linked(context.heard(claim.quantity), context.recordHref(claim.id)) : linked(context.silence);
}
