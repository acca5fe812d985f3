import type { Bounds } from "./quantity";

/** What a threshold looks at. Either end null is not known; `shifts` counts shifts or workdays, half a day is 0.5. */
export type StoppageSize = { workers: Bounds; shifts: Bounds; hours: Bounds; daysNotWorked: Bounds };

/** `cannot_say` is an answer of its own: what nobody reported is never below a threshold. */
export type ThresholdAnswer = "meets" | "below" | "cannot_say";

export const THRESHOLDS = ["none", "bls", "ons", "kz"] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/**
 * Whether a stoppage would be counted under a body's rule. A reader's filter, never a rule of what is recorded.
 * - `bls`: 1,000 or more workers and at least one full shift (US Bureau of Labor Statistics, major work stoppages).
 * - `ons`: at least 10 workers and half a day, unless 100 days are lost in total (UK Office for National Statistics).
 * - `kz`: three hours or more (Government of Kazakhstan, briefing of April 2022).
 * - `none`: everything meets it.
 */
export function meetsThreshold(threshold: Threshold, size: StoppageSize): ThresholdAnswer {
  switch (threshold) {
    case "none":
      return "meets";
    case "bls":
      return both(reaches(size.workers, 1000), reaches(size.shifts, 1));
    case "ons":
      return either(both(reaches(size.workers, 10), reaches(size.shifts, 0.5)), reaches(size.daysNotWorked, 100));
    case "kz":
      return reaches(size.hours, 3);
  }
}

function reaches(bounds: Bounds, limit: number): ThresholdAnswer {
  if ((bounds.lower ?? 0) >= limit) return "meets";
  return (bounds.upper ?? Number.POSITIVE_INFINITY) < limit ? "below" : "cannot_say";
}

function both(a: ThresholdAnswer, b: ThresholdAnswer): ThresholdAnswer {
  if (a === "below" || b === "below") return "below";
  return a === "meets" && b === "meets" ? "meets" : "cannot_say";
}

function either(a: ThresholdAnswer, b: ThresholdAnswer): ThresholdAnswer {
  if (a === "meets" || b === "meets") return "meets";
  return a === "below" && b === "below" ? "below" : "cannot_say";
}
