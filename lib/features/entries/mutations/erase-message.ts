import { can } from "@/lib/domain/can";
import { auditErasedText, eraseText } from "@/lib/server/message-text";
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
    const erased = await eraseText(tx, id);
    if (erased === undefined) return { refused: "gone" };
    await auditErasedText(tx, actorId, erased);
    return { ok: true };
  });
}
