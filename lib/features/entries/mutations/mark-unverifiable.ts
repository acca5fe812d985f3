import { type DecisionInput, decide } from "./decide";
import type { EntryResult } from "./refusal";

/** Neither true nor false can be shown; the reason says what would be needed. */
export function markUnverifiable(actorId: string, input: DecisionInput): Promise<EntryResult> {
  return decide(actorId, "mark_unverifiable", input);
}
