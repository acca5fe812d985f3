import { type DecisionInput, decide } from "./decide";
import type { EntryResult } from "./refusal";

/** A question or a request to the author; the entry goes back to them. */
export function requestChanges(actorId: string, input: DecisionInput): Promise<EntryResult> {
  return decide(actorId, "request_changes", input);
}
