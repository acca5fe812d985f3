import { type Actor, can } from "@/lib/domain/can";
import type { EntryWarning } from "@/lib/domain/entry-warnings";
import { editionInForce } from "@/lib/server/published/edition-in-force";
import { readEdition, readVersion } from "../../waves/data";
import { warningsOf } from "../view/entry-warnings";

/**
 * What stands out in an entry as typed, to whoever may propose: from the public record alone, so that no entry of others
 * shows. It stands among the writes because a form asks for it, and writes nothing.
 */
export async function askWarnings(actor: Actor, payload: unknown): Promise<EntryWarning[]> {
  if (!can(actor, "save_entry").allowed) return [];
  return warningsOf(payload, (await editionInForce({ readVersion, readEdition })).records);
}
