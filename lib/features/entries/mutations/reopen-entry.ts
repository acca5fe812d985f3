import { type DecisionInput, decide } from "./decide";
import type { EntryResult } from "./refusal";

/** Back into the queue, for the reason given. */
export function reopenEntry(actorId: string, input: DecisionInput): Promise<EntryResult> {
  return decide(actorId, "reopen", input);
}
