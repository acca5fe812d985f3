import { appendAudit, lockAuditChain } from "@/lib/server/audit";
import { inTransaction, type Transaction } from "@/lib/server/transaction";
import { type CheckedProposal, checkProposal } from "./check-proposal";
import { type DecisionInput, lockForDecision, recordDecision, verdictOf } from "./decide";
import { auditEntry, done, type LockedEntry, updateEntry } from "./locked-entry";
import { type Published, publishFigure } from "./publish-figure";
import { holdNumbers } from "./record-numbers";
import type { EntryResult } from "./refusal";
import { requiredNow } from "./submit-entry";

/** `reason` is for the public: it stands on the page of the record, without a name. */
export type Approval = Omit<DecisionInput, "reason"> & { reason?: string | null };

/**
 * An approval of the version the moderator saw. When it is enough, the figure, its new sources, the revision and the
 * publication are made in the same transaction, so that an entry is never published without its record.
 */
export function approveEntry(actorId: string, asked: Approval): Promise<EntryResult> {
  const input = { ...asked, reason: asked.reason ?? null };
  return inTransaction(async (tx) => {
    const locked = await lockForDecision(tx, actorId, "approve", input);
    if ("refused" in locked) return locked;
    // Held before the existing claims are read: two figures of one subject cannot both find nobody there.
    await holdNumbers(tx, locked.entry.waveId, "figure");
    const checked = await checkProposal(tx, locked.entry.payload);
    if ("problems" in checked) return { refused: "incomplete", problems: checked.problems };
    const required = await approvalsNeeded(tx, locked.entry, checked);
    const verdict = verdictOf(locked, "approve", { ...input, required });
    if (!verdict.ok) throw new Error(`Approval of ${locked.entry.id} was allowed and then was not.`);
    await recordDecision(tx, { actorId, verb: "approve", entry: locked.entry, reason: input.reason });
    const approved =
      verdict.to === "published"
        ? await publish(tx, { ...locked, actorId, checked, required })
        : await updateEntry(tx, locked.entry, { state: verdict.to, approvalsRequired: required });
    await auditEntry(tx, actorId, "entry.approve", { before: locked.entry, after: approved });
    return done(approved);
  });
}

/** Computed at this moment; an entry that was told it needs two never gets by with one because of the second look. */
async function approvalsNeeded(tx: Transaction, entry: LockedEntry, checked: CheckedProposal): Promise<number> {
  const { required } = await requiredNow(tx, entry, checked);
  return entry.state === "approved_once" ? Math.max(required, entry.approvalsRequired) : required;
}

type Publishing = { entry: LockedEntry; actorId: string; checked: CheckedProposal; required: number };

async function publish(tx: Transaction, { entry, actorId, checked, required }: Publishing): Promise<LockedEntry> {
  const published = await publishFigure(tx, entry.id, checked);
  const { figureId } = published;
  const after = await updateEntry(tx, entry, { state: "published", approvalsRequired: required, recordId: figureId });
  await lockAuditChain(tx);
  await tx.publication.create({ data: { waveId: entry.waveId, recordId: figureId } });
  await auditRecords(tx, actorId, published);
  return after;
}

async function auditRecords(tx: Transaction, actorId: string, { records }: Published): Promise<void> {
  for (const { id, snapshot } of records) {
    await appendAudit(tx, {
      actorId,
      verb: "record.publish",
      objectType: "record",
      objectId: id,
      before: null,
      after: snapshot,
    });
  }
}
