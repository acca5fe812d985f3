import { transition } from "@/lib/domain/entry";
import { inTransaction } from "@/lib/server/transaction";
import { auditEntry, done, lockFor, updateEntry } from "./locked-entry";
import type { EntryResult } from "./refusal";
import { refusalOf } from "./submit-entry";

export type WithdrawInput = { entryId: string; seenVersion: number | null };

export function withdrawEntry(actorId: string, { entryId, seenVersion }: WithdrawInput): Promise<EntryResult> {
  return inTransaction(async (tx) => {
    const locked = await lockFor(tx, actorId, "withdraw_entry", entryId);
    if ("refused" in locked) return locked;
    const { actor, entry } = locked;
    const verdict = transition(entry, "withdraw", {
      actorIsAuthor: entry.authorId === actorId,
      role: actor.role,
      tie: null,
      alreadyApprovedThisVersion: false,
      approvalsAgreeing: 0,
      approvalsRequired: entry.approvalsRequired,
      seenVersion,
      reason: null,
    });
    if (!verdict.ok) return refusalOf(verdict.refusal, entry);
    const withdrawn = await updateEntry(tx, entry, { state: verdict.to });
    await auditEntry(tx, actorId, "entry.withdraw", { before: entry, after: withdrawn });
    return done(withdrawn);
  });
}
