import type { SpreadKind } from "@/lib/domain/spread-records";
import type { RangeSum } from "@/lib/domain/sum";
import type { Total } from "@/lib/domain/totals";
import type { TotalsContext } from "./totals-context";

/** A sum in figures. "At least about" says no more than "at least". */
export function sumAmount(sum: RangeSum, { quantity }: TotalsContext): string {
  return quantity({ ...sum, approximate: sum.approximate && sum.upper !== null, unknown: null });
}

/** What a sum rests on, what it lacks, and what it is with the general strikes. */
export function sumWords(total: Total, kind: SpreadKind, context: TotalsContext): string[] {
  const { words } = context;
  const { sum, added, lacking, endUnknown } = total;
  const rests =
    "refused" in sum
      ? words(sum.refused === "nothing_to_add" ? "refused.nothing" : "refused.unlike")
      : words(`rests.${kind}`, { claims: sum.claims, actions: added.length });
  return [
    rests,
    words(`lacks.${kind}`, { count: lacking.length, silence: context.silence }),
    endUnknown.length === 0 ? null : words("endUnknown", { count: endUnknown.length }),
    ...generalWords(total, kind, context),
  ].filter((sentence) => sentence !== null);
}

function generalWords({ withGeneral, general, generalLacking }: Total, kind: SpreadKind, context: TotalsContext) {
  if (kind !== "strike") return [];
  const { words } = context;
  const silent =
    generalLacking.length === 0
      ? null
      : words("general.silent", { count: generalLacking.length, silence: context.silence });
  if (withGeneral === null) return [words("general.none"), silent];
  const areas = words("general.without", { count: general.length });
  if (!("refused" in withGeneral)) {
    return [areas, words("general.with", { amount: sumAmount(withGeneral, context) }), silent];
  }
  const isPlace = withGeneral.refused === "place_unknown";
  const why =
    withGeneral.refused === "areas_overlap" ? "general.overlap" : isPlace ? "general.place" : "general.unlike";
  return [areas, words(why), silent];
}
