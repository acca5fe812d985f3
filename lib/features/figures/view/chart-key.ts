import { CLAIMANTS, type Claimant } from "@/lib/domain/measure";
import type { ChartKeyEntry, KeyMark } from "@/lib/shared/chart/chart";
import type { ViewContext } from "./view-context";

/** The key explains what this drawing holds, and nothing else. */
export function keyEntries(
  present: readonly [KeyMark, boolean][],
  points: readonly { claimant: Claimant }[],
  context: ViewContext,
  hatch = context.silence,
): ChartKeyEntry[] {
  const marks = present.filter(([, shown]) => shown).map(([mark]) => mark);
  const claimants = CLAIMANTS.filter((claimant) => points.some((point) => point.claimant === claimant));
  return [
    ...marks.map((mark) => ({ mark, text: mark === "hatch" ? hatch : context.words(`key.${mark}`) })),
    ...claimants.map((claimant) => ({
      mark: `claimant:${claimant}` as const,
      text: context.words(`claimant.${claimant}`),
    })),
  ];
}
