import { type Claimant, MEASURES, type Measure } from "@/lib/domain/measure";
import type { Epoch, Moment, Period } from "@/lib/domain/moment";
import { publishedOf } from "@/lib/domain/published";
import { isUnknown } from "@/lib/domain/quantity";
import { isValidOn } from "@/lib/domain/region-validity";
import type { CitationRow, FigureRow, RegionRow } from "@/lib/domain/wave-record";
import { localDate } from "@/lib/shared/format/day";
import { addDays } from "@/lib/shared/local-time";
import type { DayRange, FilterChoices, ListFilter } from "@/lib/shared/search-params";
import type { ReadingContext } from "./reading-context";

/** What an item of a list can be narrowed by. */
export type Facets = {
  /** Parts of addresses, as in `/workforces/kazakhmys-miners`. */
  workforces: string[];
  regions: string[];
  /** What it is, as its file says it. */
  kind: string;
  /** What it is found by: a march under `march` and, like every protest, under `rally`. */
  kinds: string[];
  claimants: Claimant[];
  /** What its figures measure. */
  measures: Measure[];
  /** First and last local date it may have been going on, each on the clock of its own place. */
  firstDate: string;
  lastDate: string;
  /** Null where no number could be expected. */
  known: boolean | null;
};

export type Mark = "claimed" | "contradicted" | "disputed";

/** What every list shows of an item, whatever it is. */
export type ListItem = {
  id: string;
  href: string;
  title: string;
  kindLabel: string;
  /** Decides the colour and the sign beside it. */
  tone: "strike" | "rally" | "solidarity" | "state_action" | "plain";
  when: string;
  place: string | null;
  /** Lines under the title; a number leads to its claims. */
  details: { text: string; href: string | null }[];
  marks: Mark[];
  sources: number;
  facets: Facets;
};

/** An item stays when every chosen value is one of its own. Touching one of the days is enough. */
export function matchesFilter(facets: Facets, filter: ListFilter): boolean {
  const { workforce, region, kind, measure, claimant, from, to, known } = filter;
  if (workforce !== null && !facets.workforces.includes(workforce)) return false;
  if (region !== null && !facets.regions.includes(region)) return false;
  if (kind !== null && !facets.kinds.includes(kind)) return false;
  if (measure !== null && !facets.measures.some((one) => one === measure)) return false;
  if (claimant !== null && !facets.claimants.some((one) => one === claimant)) return false;
  if (known !== null && facets.known !== (known === "yes")) return false;
  if (from !== null && facets.lastDate < from) return false;
  return to === null || facets.firstDate <= to;
}

/**
 * The values a list offers. Every region and workforce of the wave is one, also those of which the list has nothing:
 * an empty answer says more than a value left out. Kinds and measures are those that occur.
 */
export function choicesOf(items: readonly { facets: Facets }[], { record }: ReadingContext): FilterChoices {
  const has = (pick: (facets: Facets) => readonly string[]) => items.some(({ facets }) => pick(facets).length > 0);
  const inWave = ({ validFrom, validTo }: RegionRow) => isValidOn({ validFrom, validTo }, record.wave.firstDay);
  const lists: Record<string, readonly string[]> = {
    workforce: has((facets) => facets.workforces) ? publishedOf(record.workforces).map(({ slug }) => slug) : [],
    region: has((facets) => facets.regions) ? record.regions.filter(inWave).map(({ id }) => id) : [],
    kind: [...new Set(items.flatMap(({ facets }) => facets.kinds))],
    measure: MEASURES.filter((one) => items.some(({ facets }) => facets.measures.includes(one))),
    known: items.some(({ facets }) => facets.known !== null) ? ["yes", "no"] : [],
  };
  const used = Object.entries(lists).filter(([, values]) => values.length > 1);
  const days = daysOf(items);
  return { ...Object.fromEntries(used), ...(days === null ? {} : { from: days, to: days }) };
}

/** The days of the dated items and one on either side; null where nothing is dated. */
function daysOf(items: readonly { facets: Facets }[]): DayRange | null {
  const dated = items.map(({ facets }) => facets).filter(({ firstDate, lastDate }) => firstDate <= lastDate);
  const first = dated.map(({ firstDate }) => firstDate).toSorted()[0];
  const last = dated
    .map(({ lastDate }) => lastDate)
    .toSorted()
    .at(-1);
  return first === undefined || last === undefined ? null : { first: addDays(first, -1), last: addDays(last, 1) };
}

/** The last instant at which it may have been going on; what nobody reported the end of is not stretched. */
export function lastInstant({ start, end }: Period, lastKnownAt: Epoch | null): Epoch {
  return Math.max(start.latest, end?.latest ?? 0, lastKnownAt ?? 0);
}

/** An interval as local dates. A day of one zone leaks into two of another, so each place's own clock counts. */
export function datesIn(
  { earliest, latest }: Pick<Moment, "earliest" | "latest">,
  regions: readonly string[],
  context: ReadingContext,
): Pick<Facets, "firstDate" | "lastDate"> {
  const zones = regions.length > 0 ? regions.map((id) => context.zone(id)) : [context.zone(null)];
  const dates = (at: Epoch) => zones.map((zone) => localDate(at, zone)).toSorted();
  return { firstDate: dates(earliest)[0] ?? "", lastDate: dates(latest).at(-1) ?? "" };
}

export function claimFacets(figures: readonly FigureRow[]): Pick<Facets, "claimants" | "measures" | "known"> {
  return {
    claimants: [...new Set(figures.map(({ claimant }) => claimant))],
    measures: [...new Set(figures.map(({ measure }) => measure))],
    known: figures.length === 0 ? null : figures.some(({ quantity }) => !isUnknown(quantity)),
  };
}

export function workforceSlugs(ids: readonly (string | null)[], { record }: ReadingContext): string[] {
  return publishedOf(record.workforces)
    .filter(({ id }) => ids.includes(id))
    .map(({ slug }) => slug);
}

/** Each source counted once, however often it is cited. */
export function countSources(citations: readonly CitationRow[]): number {
  return new Set(citations.map(({ sourceId }) => sourceId)).size;
}
