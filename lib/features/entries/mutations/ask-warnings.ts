import { type Actor, can } from "@/lib/domain/can";
import type { EntryWarning } from "@/lib/domain/entry-warnings";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { editionInForce } from "@/lib/server/published/edition-in-force";
import { inTransaction } from "@/lib/server/transaction";
import { readEdition, readVersion } from "../../waves/data";
import { readOwnWaiting } from "../data/waiting-beside";
import { newRecordKind } from "../schema";
import { readNewRecord, recordKindOf } from "../schema/kinds";
import { warningsOf } from "../view/entry-warnings";
import { waitingAlike } from "../view/waiting-alike";
import { checkEntry, settleInput } from "./entry-content";
import type { EntryRefusal } from "./refusal";

/**
 * What stands out in an entry as typed, to whoever may propose: from the public record and from what they have waiting
 * themselves, so that no entry of others shows. It stands among the writes because a form asks for it, and writes nothing.
 */
export async function askWarnings(actor: Proposer, payload: unknown, entryId = ""): Promise<EntryWarning[]> {
  if (!can(actor, "save_entry").allowed) return [];
  const { records } = await editionInForce({ readVersion, readEdition });
  return [...(await ownWaiting(actor.id, { id: entryId, payload }, records)), ...warningsOf(payload, records)];
}
type Proposer = Actor & { id: string };

/** Their own of which moderators have not decided yet: sent again it is read twice for nothing. */
async function ownWaiting(
  authorId: string,
  entry: { id: string; payload: unknown },
  records: readonly WaveRecord[],
): Promise<EntryWarning[]> {
  const input = readNewRecord(entry.payload);
  if (input === null) return [];
  const recordKind = recordKindOf(newRecordKind(input));
  const waiting = await readOwnWaiting(authorId, { waveId: input.waveId, recordKind, payload: input });
  const ids = (waitingAlike([entry], waiting, records).get(entry.id) ?? []).map(({ id }) => id);
  return ids.length === 0 ? [] : [{ code: "own_waiting", field: "", ids }];
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
