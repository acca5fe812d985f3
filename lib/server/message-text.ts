import { appendAudit } from "./audit";
import { randomToken } from "./secrets";
import type { Transaction } from "./transaction";

export type ErasedMessage = { id: number; entryId: string };

/**
 * Takes the text of a message about an entry out for good, and its key, that nothing is left to hold a guess against.
 * That there was one, whose and when stays. Undefined where there is none, or it was done before.
 */
export async function eraseText(tx: Transaction, id: number): Promise<ErasedMessage | undefined> {
  const [erased] = await tx.entryMessage.updateManyAndReturn({
    where: { id, erasedAt: null },
    data: { text: "", messageKey: randomToken(), erasedAt: new Date() },
    select: { id: true, entryId: true },
  });
  return erased;
}

/** The line of the log; as every line, last in its transaction. */
export function auditErasedText(tx: Transaction, actorId: string, erased: ErasedMessage): Promise<void> {
  return appendAudit(tx, {
    ...{ actorId, verb: "entry.erase_message", objectType: "entry_message", objectId: String(erased.id) },
    ...{ before: erased, after: { ...erased, erased: true } },
  });
}
