import type { Period } from "./moment";
import type { Timed } from "./presence";

export const ACTION_KINDS = ["strike", "rally", "march", "blockade", "occupation", "other"] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const EVENT_KINDS = [
  "government_measure",
  "repression",
  "intervention",
  "settlement",
  "disaster",
  "other",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** An action as spread needs it. Boundaries are those of the action's date. */
export type SpreadAction = Timed & {
  id: string;
  /** Null when it is nationwide or its region is not known: such an action joins no region. */
  regionCode: string | null;
  /** The place, where one is named; null counts for the region alone. */
  placeId: string | null;
  kind: ActionKind;
  stoppage: "yes" | "no" | "unclear";
  /** `contradicted` counts nowhere; `claimed` (by one side only) counts and is said. */
  certainty: "confirmed" | "claimed" | "contradicted";
};

/** An event as spread needs it; `regionCode` null is nationwide. */
export type SpreadEvent = Timed & { id: string; regionCode: string | null; kind: EventKind };

/** A region and period in which silence means nothing; `regionCode` null is the whole country. */
export type CoverageGap = { id: string; regionCode: string | null; period: Period };

/** Strikes and protests are counted apart and never together. `rally` stands for every protest that is not a stoppage. */
export const SPREAD_KINDS = ["strike", "rally"] as const;
export type SpreadKind = (typeof SPREAD_KINDS)[number];

/**
 * What an action counts as. A strike unless its own record says that no work stopped; a rally, march, blockade,
 * occupation or other is a protest, and a strike too when work stopped. `unclear` never makes a protest a strike.
 */
export function spreadKindsOf(action: Pick<SpreadAction, "kind" | "stoppage">): SpreadKind[] {
  if (action.kind === "strike") return [action.stoppage === "no" ? "rally" : "strike"];
  return action.stoppage === "yes" ? ["strike", "rally"] : ["rally"];
}
