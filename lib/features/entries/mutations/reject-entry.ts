import { type DecisionInput, decide } from "./decide";
import type { EntryResult } from "./refusal";

/** Rejected for the reason given, which the author reads. */
export function rejectEntry(actorId: string, input: DecisionInput): Promise<EntryResult> {
  return decide(actorId, "reject", input);
}
