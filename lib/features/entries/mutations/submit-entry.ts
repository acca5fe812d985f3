import type { Actor } from "@/lib/domain/can";
import { type TransitionRefusal, transition } from "@/lib/domain/entry";
import { approvalsRequired } from "@/lib/domain/impact";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { type CheckedEntry, checkEntry } from "./entry-content";
import { auditEntry, done, type LockedEntry, lockFor, updateEntry } from "./locked-entry";
import { tellModerators } from "./news";
import type { EntryRefusal, EntryResult } from "./refusal";

export type SubmitInput = { entryId: string; seenVersion: number | null };

export function submitEntry(actorId: string, { entryId, seenVersion }: SubmitInput): Promise<EntryResult> {
  return inTransaction(async (tx) => {
    const locked = await lockFor(tx, actorId, "submit_entry", entryId);
    if ("refused" in locked) return locked;
    const submitted = await submitLocked(tx, { ...locked, seenVersion });
    if ("refused" in submitted) return submitted;
    await auditEntry(tx, actorId, "entry.submit", { before: locked.entry, after: submitted });
    return done(submitted);
  });
}

type Locked = { actor: Actor & { id: string }; entry: LockedEntry };

/** Complete entries only; the approvals it will need are told from the first moment and computed again at each approval. */
export async function submitLocked(
  tx: Transaction,
  { actor, entry, seenVersion }: Locked & { seenVersion: number | null },
): Promise<LockedEntry | EntryRefusal> {
  const verdict = transition(entry, "submit", {
    actorIsAuthor: entry.authorId === actor.id,
    role: actor.role,
    tie: null,
    alreadyApprovedThisVersion: false,
    approvalsAgreeing: 0,
    approvalsRequired: entry.approvalsRequired,
    seenVersion,
    reason: null,
  });
  if (!verdict.ok) return refusalOf(verdict.refusal, entry);
  const checked = await checkEntry(tx, entry);
  if ("refused" in checked) return checked;
  const required = requiredNow(entry, checked);
  await tellModerators(tx, entry);
  return updateEntry(tx, entry, { state: verdict.to, submittedAt: new Date(), approvalsRequired: required });
}

/** What changes a published record is of high impact by being that. */
export function requiredNow({ kind }: Pick<LockedEntry, "kind">, checked: CheckedEntry, isPreferred = false): number {
  const impact = "made" in checked ? checked.made.impact : { quantity: null, measure: null, existingHull: null };
  return approvalsRequired({ entryKind: kind, isPreferred, ...impact }).required;
}

export function refusalOf(refusal: TransitionRefusal, entry: LockedEntry): EntryRefusal {
  return refusal === "stale_version"
    ? { refused: "stale_version", version: entry.version, changed: [] }
    : { refused: refusal };
}
