/** How near a source is to the events: it saw, asked or decided itself, or it repeats others. */
export type Tier = "one" | "two";

/**
 * Whether something rests on sources that repeat others and on nothing else: a source of the second tier needs one of
 * the first beside it. What cites nothing, as a source does, rests on no tier at all.
 */
export function lacksFirstTier(tiers: readonly Tier[]): boolean {
  return tiers.length > 0 && tiers.every((tier) => tier === "two");
}

/** Whether a change takes away the last source of the first tier; what had none before is not held against it. */
export function losesFirstTier(before: readonly Tier[], after: readonly Tier[]): boolean {
  return lacksFirstTier(after) && before.includes("one");
}
