import { stoppageOf, stoppageSize } from "./stoppage";
import { meetsThreshold, type Threshold } from "./threshold";
import { countedActions } from "./totals";
import type { WaveRecord } from "./wave-record";

/**
 * The record without the stoppages that are certainly below a threshold, and without their figures. What meets it and
 * what nobody can say stays; `stoppages` says which are which. Rallies at which no work stopped are not measured by it.
 * The same object for `none`.
 */
export function recordAboveThreshold(record: WaveRecord, threshold: Threshold): WaveRecord {
  if (threshold === "none") return record;
  const stoppages: NonNullable<WaveRecord["stoppages"]> = { meets: [], below: [], cannot_say: [] };
  for (const counted of countedActions(record)) {
    if (!counted.kinds.includes("strike")) continue;
    stoppages[meetsThreshold(threshold, stoppageSize(stoppageOf(counted)))].push(counted.action.id);
  }
  const below = new Set(stoppages.below);
  return {
    ...record,
    actions: record.actions.filter(({ id }) => !below.has(id)),
    figures: record.figures.filter(({ actionId }) => !below.has(actionId ?? "")),
    stoppages,
  };
}
