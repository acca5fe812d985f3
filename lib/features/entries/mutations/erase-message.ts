import { can } from "@/lib/domain/can";
import { appendAudit } from "@/lib/server/audit";
import { randomToken } from "@/lib/server/secrets";
import { inTransaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import type { EntryRefusal } from "./refusal";

export type MessageErased = { ok: true } | EntryRefusal;

/**
 * Takes the text of a message out for good, because it points to a person. That there was one, whose and when stays, and
 * so does the line of the log, without anything left to hold a guess against.
 */
export function eraseMessage(actorId: string, id: number): Promise<MessageErased> {
  return inTransaction(async (tx) => {
    const verdict = can(await lockActor(tx, actorId), "erase_message");
    if (!verdict.allowed) return { refused: verdict.because };
    const [erased] = await tx.entryMessage.updateManyAndReturn({
      where: { id, erasedAt: null },
      data: { text: "", messageKey: randomToken(), erasedAt: new Date() },
      select: { id: true, entryId: true },
    });
    if (erased === undefined) return { refused: "gone" };
    await appendAudit(tx, {
      ...{ actorId, verb: "entry.erase_message", objectType: "entry_message", objectId: String(id) },
      ...{ before: erased, after: { ...erased, erased: true } },
    });
    return { ok: true };
  });
}
