import type { Claim } from "@/lib/domain/claim";
import { hull, type Quantity } from "@/lib/domain/quantity";
import { kindOf } from "@/lib/domain/record-diff";
import type { FigureRow, RecordRow } from "@/lib/domain/wave-record";

/** The hull a proposed figure is weighed against: every claim that still counts, whatever the accepted range prefers. */
export function hullOf(existing: readonly Claim[]): Quantity | null {
  return hull(existing.filter(({ standing }) => standing !== "deprecated").map(({ quantity }) => quantity));
}

/** Published figures of what a proposed one counts, of the same measure and basis, whose moment may be the same. */
export function competingWith(row: RecordRow, figures: readonly FigureRow[]): FigureRow[] {
  if (kindOf(row) !== "figure") return [];
  const own = row as FigureRow;
  return figures.filter(
    ({ state, measure, basis, asOf, ...other }) =>
      state === "published" &&
      measure === own.measure &&
      basis === own.basis &&
      (["actionId", "eventId", "regionId", "workforceId"] as const).every((name) => other[name] === own[name]) &&
      asOf.earliest <= own.asOf.latest &&
      own.asOf.earliest <= asOf.latest,
  );
}
