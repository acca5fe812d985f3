import { CLAIMANTS, type Claimant } from "@/lib/domain/measure";
import type { Epoch, Period } from "@/lib/domain/moment";
import { isUnknown } from "@/lib/domain/quantity";
import { isValidOn } from "@/lib/domain/region-validity";
import type { CitationRow, FigureRow, RegionRow } from "@/lib/domain/wave-record";
import { startOfDate } from "@/lib/shared/format/day";
import { addDays } from "@/lib/shared/local-time";
import type { FilterChoices, ListFilter } from "@/lib/shared/search-params";
import { publishedOf, type ReadingContext } from "./reading-context";

/** What an item of a list can be narrowed by. */
export type Facets = {
  /** Parts of addresses, as in `/workforces/kazakhmys-miners`. */
  workforces: string[];
  regions: string[];
  kind: string;
  claimants: Claimant[];
  earliest: Epoch;
  latest: Epoch;
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
  details: string[];
  marks: Mark[];
  sources: number;
  facets: Facets;
};

/** An item stays when every chosen value is one of its own. Dates are days of the wave's zone; touching one is enough. */
export function matchesFilter(facets: Facets, filter: ListFilter, timeZone: string): boolean {
  const { workforce, region, kind, claimant, from, to, known } = filter;
  if (workforce !== null && !facets.workforces.includes(workforce)) return false;
  if (region !== null && !facets.regions.includes(region)) return false;
  if (kind !== null && facets.kind !== kind) return false;
  if (claimant !== null && !facets.claimants.some((one) => one === claimant)) return false;
  if (known !== null && facets.known !== (known === "yes")) return false;
  if (from !== null && facets.latest < startOfDate(from, timeZone)) return false;
  return to === null || facets.earliest < startOfDate(addDays(to, 1), timeZone);
}

/**
 * The values a list offers. Every region and workforce of the wave is one, also those of which the list has nothing:
 * an empty answer says more than a value left out. Kinds and claimants are those that occur.
 */
export function choicesOf(items: readonly { facets: Facets }[], { record }: ReadingContext): FilterChoices {
  const has = (pick: (facets: Facets) => readonly string[]) => items.some(({ facets }) => pick(facets).length > 0);
  const inWave = ({ validFrom, validTo }: RegionRow) => isValidOn({ validFrom, validTo }, record.wave.firstDay);
  const lists: FilterChoices = {
    workforce: has((facets) => facets.workforces) ? publishedOf(record.workforces).map(({ slug }) => slug) : [],
    region: has((facets) => facets.regions) ? record.regions.filter(inWave).map(({ id }) => id) : [],
    kind: [...new Set(items.map(({ facets }) => facets.kind))],
    claimant: CLAIMANTS.filter((one) => items.some(({ facets }) => facets.claimants.includes(one))),
    known: items.some(({ facets }) => facets.known !== null) ? ["yes", "no"] : [],
  };
  const used = Object.entries(lists).filter(([, values]) => values.length > 1);
  return { ...Object.fromEntries(used), from: "date", to: "date" };
}

/** First and last instant of what may have been going on; what nobody reported the end of is not stretched. */
export function spanOf({ start, end }: Period, lastKnownAt: Epoch | null): { earliest: Epoch; latest: Epoch } {
  return { earliest: start.earliest, latest: Math.max(start.latest, end?.latest ?? 0, lastKnownAt ?? 0) };
}

export function claimFacets(figures: readonly FigureRow[]): Pick<Facets, "claimants" | "known"> {
  return {
    claimants: [...new Set(figures.map(({ claimant }) => claimant))],
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
