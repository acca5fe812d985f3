import type { Basis, Claimant, Measure } from "./measure";
import type { Moment } from "./moment";
import type { Quantity } from "./quantity";

export const STANDINGS = ["preferred", "normal", "deprecated"] as const;
export type Standing = (typeof STANDINGS)[number];

/** One published figure as the arithmetic needs it. `id` is the readable record id (`KZ22-F12`). */
export type Claim = {
  id: string;
  measure: Measure;
  basis: Basis;
  quantity: Quantity;
  asOf: Moment;
  claimant: Claimant;
  /** The claimant's name where the source gives one: two unions are two claimants. Absent or null is not named. */
  claimantName?: string | null;
  standing: Standing;
  /** Set by a moderator: the claim is disputed whatever the ranges say. */
  disputed: boolean;
  /** True when the claim is about an area's general strike and so never adds to workplaces. */
  general: boolean;
};
