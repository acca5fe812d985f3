import { can } from "@/lib/domain/can";
import { canonicalJson } from "@/lib/server/audit";
import type { Transaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import { allOrNothing } from "./all-or-nothing";
import { changeLocked } from "./edit-entry";
import { type Settled, settleInput } from "./entry-content";
import { auditEntry, done, type LockedEntry, lockEntry } from "./locked-entry";
import type { EntryRefusal, EntryResult } from "./refusal";
import { submitLocked } from "./submit-entry";

export type SaveInput = { submissionKey: string; payload: unknown; submit: boolean };
type Kept = { entry: LockedEntry; isNew: boolean };

/**
 * A new entry from the form, as a draft or submitted at once. The submission key was made when the form was opened:
 * however often and from wherever it is sent, it is one entry.
 */
export function saveDraft(actorId: string, input: SaveInput): Promise<EntryResult> {
  return allOrNothing(async (tx) => {
    const actor = await lockActor(tx, actorId);
    const verdict = can(actor, "save_entry");
    if (!verdict.allowed) return { refused: verdict.because };
    const settled = await settleInput(tx, input.payload);
    if ("refused" in settled) return settled;
    const kept = await insertOnce(tx, actorId, input.submissionKey, settled);
    const saved = kept.isNew ? kept.entry : await asSentAgain(tx, kept.entry, settled);
    if ("refused" in saved) return saved;
    // Made against an older version it is kept as a draft, so that its author can look at the new one.
    const isSubmitted = input.submit && saved.state === "draft" && !settled.isBehind;
    const finished = isSubmitted
      ? await submitLocked(tx, { actor: { ...actor, id: actorId }, entry: saved, seenVersion: null })
      : saved;
    if ("refused" in finished) return finished;
    // Every line after the last read: the log is everybody's, and waits for this transaction once it has a line of it.
    if (kept.isNew) await auditEntry(tx, actorId, "entry.save", { before: null, after: saved });
    else if (saved !== kept.entry) await auditEntry(tx, actorId, "entry.edit", { before: kept.entry, after: saved });
    if (finished !== saved) await auditEntry(tx, actorId, "entry.submit", { before: saved, after: finished });
    return done(finished);
  });
}

/** A second sender waits for the first to commit, then finds its row: never two entries, never an error page. */
async function insertOnce(
  tx: Transaction,
  authorId: string,
  submissionKey: string,
  { payload, subject }: Settled,
): Promise<Kept> {
  const [made] = await tx.entry.createManyAndReturn({
    data: [{ ...subject, payload, authorId, submissionKey, approvalsRequired: subject.kind === "new_record" ? 1 : 2 }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (made) await tx.entryVersion.create({ data: { entryId: made.id, version: 1, payload } });
  const { id } =
    made ??
    (await tx.entry.findUniqueOrThrow({
      where: { authorId_submissionKey: { authorId, submissionKey } },
      select: { id: true },
    }));
  const entry = await lockEntry(tx, id);
  if (entry === null) throw new Error(`Entry ${id} is gone.`);
  return { entry, isNew: made !== undefined };
}

/** The same form sent again with other words is a correction of the first sending, as long as nothing came after it. */
async function asSentAgain(tx: Transaction, entry: LockedEntry, settled: Settled): Promise<LockedEntry | EntryRefusal> {
  if (canonicalJson(entry.payload) === canonicalJson(settled.payload)) return entry;
  const changed = await changeLocked(tx, entry, { settled, seenVersion: 1 });
  return "refused" in changed ? { refused: "already_sent", entryId: entry.id } : changed;
}
