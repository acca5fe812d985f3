import { type Actor, can } from "@/lib/domain/can";
import type { EntryWarning } from "@/lib/domain/entry-warnings";
import { editionInForce } from "@/lib/server/published/edition-in-force";
import { inTransaction } from "@/lib/server/transaction";
import { readEdition, readVersion } from "../../waves/data";
import { warningsOf } from "../view/entry-warnings";
import { checkEntry, settleInput } from "./entry-content";
import type { EntryRefusal } from "./refusal";

/**
 * What stands out in an entry as typed, to whoever may propose: from the public record alone, so that no entry of others
 * shows. It stands among the writes because a form asks for it, and writes nothing.
 */
export async function askWarnings(actor: Actor, payload: unknown): Promise<EntryWarning[]> {
  if (!can(actor, "save_entry").allowed) return [];
  return warningsOf(payload, (await editionInForce({ readVersion, readEdition })).records);
}

/** What would be refused if it were sent now; null where nothing would be. Nothing is written. */
export function askProblems(payload: unknown): Promise<EntryRefusal | null> {
  return inTransaction(async (tx) => {
    const settled = await settleInput(tx, payload);
    if ("refused" in settled) return settled;
    const checked = await checkEntry(tx, { kind: settled.subject.kind, payload: settled.payload });
    return "refused" in checked ? checked : null;
  });
}
