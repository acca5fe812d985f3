import type { Claim } from "@/lib/domain/claim";
import { hull, type Quantity } from "@/lib/domain/quantity";

/** The hull a proposed figure is weighed against: every claim that still counts, whatever the accepted range prefers. */
export function hullOf(existing: readonly Claim[]): Quantity | null {
  return hull(existing.filter(({ standing }) => standing !== "deprecated").map(({ quantity }) => quantity));
}
