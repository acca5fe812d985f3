import type { RegionRow } from "@/lib/domain/wave-record";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { languageTag } from "@/lib/shared/format/day";
import { firstOf, leftOutNames, type SearchParams } from "@/lib/shared/search-params";
import { joiningOrder, recordSpread } from "./record-spread";

/** In which order the small charts of regions stand; the first unless an address asks for another. */
export const REGION_ORDERS = ["joining", "geography", "name"] as const;
export type RegionOrder = (typeof REGION_ORDERS)[number];

/** The order of an address. `missed`: it asks for one that there is not, here or on the way here. */
export type AskedOrder = { order: RegionOrder; isWrong: boolean; missed: boolean };

export function askedOrder(params: SearchParams): AskedOrder {
  const asked = firstOf(params.order);
  const order = REGION_ORDERS.find((one) => one === asked);
  const isWrong = asked !== null && order === undefined;
  const missed = isWrong || (asked === null && leftOutNames(params).includes("order"));
  return { order: order ?? REGION_ORDERS[0], isWrong, missed };
}

/** Regions by their names, in the order of the reader's alphabet. */
export function byRegionName({ text, locale }: Pick<ReadingContext, "text" | "locale">) {
  const { compare } = new Intl.Collator(languageTag(locale));
  return (a: Pick<RegionRow, "shortNames">, b: Pick<RegionRow, "shortNames">) =>
    compare(text(a.shortNames), text(b.shortNames));
}

/** The regions by their first action of either kind, by where their seats lie from west to east, or by name. */
export function regionsInOrder(order: RegionOrder, context: ReadingContext): RegionRow[] {
  const spread = recordSpread(context.record);
  const byName = byRegionName(context);
  if (order === "name") return spread.regions.toSorted(byName);
  const places = order === "joining" ? firstsOf(context) : seatsOf(context);
  const at = ({ id }: RegionRow) => places.get(id) ?? Number.POSITIVE_INFINITY;
  return spread.regions.toSorted((a, b) => (at(a) === at(b) ? byName(a, b) : at(a) - at(b)));
}

function firstsOf({ record }: ReadingContext): Map<string, number> {
  const { strike, rally } = joiningOrder(record, recordSpread(record));
  const firsts = new Map<string, number>();
  for (const { regionCode, earliest } of [...strike.joined, ...rally.joined]) {
    firsts.set(regionCode, Math.min(earliest, firsts.get(regionCode) ?? Number.POSITIVE_INFINITY));
  }
  return firsts;
}

function seatsOf({ record }: ReadingContext): Map<string, number> {
  const longitudes = new Map(record.localities.map(({ id, longitude }) => [id, longitude]));
  return new Map(
    record.regions.flatMap(({ id, capitalId }) => {
      const longitude = longitudes.get(capitalId ?? "");
      return longitude === undefined ? [] : [[id, longitude] as const];
    }),
  );
}
