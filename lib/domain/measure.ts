/** What a figure measures. Only equal measures are ever added. Terms follow ILO/ICLS 1993 where it has one. */
export const MEASURES = [
  "workers_directly_involved",
  "workers_indirectly_involved",
  "participation_rate",
  "days_not_worked",
  "attendance",
  "places",
  "arrests",
  "injuries",
  "deaths",
  "production_share_stopped",
] as const;
export type Measure = (typeof MEASURES)[number];

/** How a figure relates to its period: that day, the highest, the mean per day, or everybody who ever took part. */
export const BASES = ["on_day", "peak", "average", "cumulative"] as const;
export type Basis = (typeof BASES)[number];

/** Whose figure it is. */
export const CLAIMANTS = [
  "employer",
  "union",
  "workers",
  "state",
  "press",
  "organisers",
  "researchers",
  "other",
] as const;
export type Claimant = (typeof CLAIMANTS)[number];
