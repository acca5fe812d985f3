import { type AcceptedRange, acceptedRange } from "@/lib/domain/accepted";
import { figuresByQuestion } from "@/lib/domain/competing-claims";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { regionOfFigure } from "@/lib/domain/where";
import type { RegionContext } from "@/lib/features/regions/view/region-context";
import { type ComparedValue, comparedValue } from "./compared";

/**
 * The largest number accepted of each measure. It is one figure of one thing at one time, never a sum: what may be added
 * stands on the page of totals.
 */
export function largestFigures(figures: readonly FigureRow[], context: RegionContext): ComparedValue[] {
  const byMeasure = Map.groupBy(figures, ({ measure }) => measure);
  return [...byMeasure].flatMap(([measure, own]) => {
    const ranges = rangesOf(own, context.record);
    const [most] = ranges.toSorted((a, b) => sizeOf(b.range) - sizeOf(a.range));
    if (most === undefined) return [];
    const { range, first } = most;
    const disputed = range.disputed ? [context.t("mark.disputed")] : [];
    // The largest number is not all there is: elsewhere somebody says that there were some and not how many.
    const silent = ranges.filter((one) => one.range.unknown !== null).length;
    const beside = range.unknown === null && silent > 0 ? [context.say("compare.silent", { count: silent })] : [];
    return comparedValue({
      ...{ indicator: "largest_figure", measure, text: context.heard(range), href: context.recordHref(first.id) },
      ...{ lower: range.lower, upper: range.upper, unit: first.quantity.unit },
      remarks: [context.moment(first.asOf, regionOfFigure(first, context.record)), ...disputed, ...beside],
      // Of a question without a number, those who say that they cannot give one.
      claimIds: range.unknown === null ? range.basedOn : range.unknownClaims,
    });
  });
}

type Ranged = { range: AcceptedRange; first: FigureRow };

/** What is accepted of each question; a question that nobody gave a number for comes after all that have one. */
function rangesOf(figures: readonly FigureRow[], record: WaveRecord): Ranged[] {
  return figuresByQuestion(figures, record).flatMap((claims) => {
    const range = acceptedRange(claims);
    const first = claims.find(({ id }) => !("refused" in range) && range.basedOn.includes(id)) ?? claims[0];
    return "refused" in range || first === undefined ? [] : [{ range, first }];
  });
}

function sizeOf({ lower, upper, unknown }: AcceptedRange): number {
  return unknown === null ? (upper ?? lower ?? 0) : -1;
}
