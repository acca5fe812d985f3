import type { RegionContext } from "@/lib/features/regions/view/region-context";
import type { AskedComparison } from "./asked";
import type { Comparison } from "./compared";
import { comparedRegions } from "./regions";
import { comparedWorkforces } from "./workforces";

/** What an address puts side by side; the page, its table and its file are all made from it. */
export function comparisonOf({ kind, names }: AskedComparison, context: RegionContext): Comparison {
  return kind === "regions" ? comparedRegions(names, context) : comparedWorkforces(names, context);
}
