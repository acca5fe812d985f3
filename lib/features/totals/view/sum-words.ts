import type { RangeSum } from "@/lib/domain/sum";
import type { GeneralSum, MeasureTotals, Total } from "@/lib/domain/totals";
import type { TotalsContext } from "./totals-context";

/** A sum in figures. "At least about" says no more than "at least". */
export function sumAmount(sum: RangeSum, { quantity }: TotalsContext): string {
  return quantity({ ...sum, approximate: sum.approximate && sum.upper !== null, unknown: null });
}

/** What a sum rests on, what it lacks, and what it is with the general strikes. */
export function sumWords(total: Total, { kind, hasGeneral }: MeasureTotals, context: TotalsContext): string[] {
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
    ...(hasGeneral ? generalWords(total, context) : []),
  ].filter((sentence) => sentence !== null);
}

/** Both readings of a sum, side by side, also where they are alike or where one of them cannot be had. */
function generalWords({ sum, withGeneral, general, generalLacking }: Total, context: TotalsContext): string[] {
  const { words, silence } = context;
  const amount = "refused" in sum ? words("noNumber") : sumAmount(sum, context);
  const silent =
    generalLacking.length === 0 ? [] : [words("general.silent", { count: generalLacking.length, silence })];
  return [
    words("general.without", { count: general.length, amount }),
    withGeneral === null ? words("general.none", { amount }) : withGeneralWords(withGeneral, context),
    ...silent,
  ];
}

function withGeneralWords(withGeneral: GeneralSum, context: TotalsContext): string {
  const { words } = context;
  if (!("refused" in withGeneral)) return words("general.with", { amount: sumAmount(withGeneral, context) });
  switch (withGeneral.refused) {
    case "areas_overlap":
      return words("general.overlap");
    case "place_unknown":
      return words("general.place");
    default:
      return words("general.unlike");
  }
}
