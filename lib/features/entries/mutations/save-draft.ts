import { can } from "@/lib/domain/can";
import type { EntryState } from "@/lib/domain/entry";
import { canonicalJson } from "@/lib/server/audit";
import type { Photograph } from "@/lib/server/photographs";
import type { Transaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import { addEvidence } from "./add-evidence";
import { allOrNothing } from "./all-or-nothing";
import { changeLocked, isWithAuthor } from "./edit-entry";
import { type Settled, settleInput } from "./entry-content";
import { auditEntry, done, type LockedEntry, lockEntry } from "./locked-entry";
import type { EntryRefusal, EntryResult } from "./refusal";
import { submitLocked } from "./submit-entry";

export type SaveInput = {
  submissionKey: string;
  payload: unknown;
  submit: boolean;
  /** Of two sendings of one form the later has the larger number; a browser without scripts gives none. */
  sending?: number | undefined;
};
type Kept = { entry: LockedEntry; isNew: boolean };

/**
 * A new entry from the form, as a draft or submitted at once. The submission key was made when the form was opened:
 * however often and from wherever it is sent, it is one entry, saved with its photographs or not at all.
 */
export function saveDraft(
  actorId: string,
  input: SaveInput,
  photographs: readonly Photograph[] = [],
): Promise<EntryResult> {
  return allOrNothing(async (tx) => {
    const actor = await lockActor(tx, actorId);
    const verdict = can(actor, "save_entry");
    if (!verdict.allowed) return { refused: verdict.because };
    const settled = await settleInput(tx, input.payload);
    if ("refused" in settled) return settled;
    const kept = await insertOnce(tx, actorId, input, settled);
    const saved = kept.isNew ? kept.entry : await asSentAgain(tx, kept.entry, { settled, sending: input.sending });
    if ("refused" in saved) return saved;
    const added = await addEvidence(tx, saved, photographs);
    if ("refused" in added) return added;
    // Made against an older version it is kept as a draft, so that its author can look at the new one.
    const isSubmitted = input.submit && isWithAuthor(saved) && !settled.isBehind;
    const finished = isSubmitted
      ? await submitLocked(tx, { actor: { ...actor, id: actorId }, entry: saved, seenVersion: null })
      : saved;
    if ("refused" in finished) return finished;
    // Every line after the last read: the log is everybody's, and waits for this transaction once it has a line of it.
    if (kept.isNew) await auditEntry(tx, actorId, "entry.save", { before: null, after: saved });
    else if (saved !== kept.entry) await auditEntry(tx, actorId, "entry.edit", { before: kept.entry, after: saved });
    await added.note(actorId);
    if (finished !== saved) await auditEntry(tx, actorId, "entry.submit", { before: saved, after: finished });
    return done(finished);
  });
}

/** A second sender waits for the first to commit, then finds its row: never two entries, never an error page. */
async function insertOnce(
  tx: Transaction,
  authorId: string,
  { submissionKey, sending }: SaveInput,
  { payload, subject }: Settled,
): Promise<Kept> {
  const approvalsRequired = subject.kind === "new_record" ? 1 : 2;
  const [made] = await tx.entry.createManyAndReturn({
    data: [{ ...subject, payload, authorId, submissionKey, approvalsRequired, sending: sending ?? null }],
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

/** Where the words that were sent before still are on their way. */
const ON_THE_WAY: readonly EntryState[] = ["draft", "submitted", "approved_once"];

type Again = { settled: Settled; sending: number | undefined };

/**
 * The same form sent again with other words is a correction of the first sending, as long as nothing came after it: a
 * sending that was overtaken by a later one is none.
 */
async function asSentAgain(
  tx: Transaction,
  entry: LockedEntry,
  { settled, sending = 0 }: Again,
): Promise<LockedEntry | EntryRefusal> {
  const isSame = canonicalJson(entry.payload) === canonicalJson(settled.payload);
  const isOvertaken = sending > 0 && sending < (entry.sending ?? 0);
  const mayStand = isSame ? ON_THE_WAY.includes(entry.state) : !isOvertaken;
  const saved = !mayStand ? null : isSame ? entry : await changeLocked(tx, entry, { settled, seenVersion: 1 });
  if (saved === null || "refused" in saved)
    return { refused: "already_sent", entryId: entry.id, holdsIt: isSame || (await saysSo(tx, entry, settled)) };
  if (sending > (entry.sending ?? 0)) await tx.entry.update({ where: { id: entry.id }, data: { sending } });
  return saved;
}

/** Whether any version of the entry says exactly this. */
async function saysSo(tx: Transaction, { id }: LockedEntry, { payload }: Settled): Promise<boolean> {
  const versions = await tx.entryVersion.findMany({ where: { entryId: id }, select: { payload: true } });
  return versions.some((one) => canonicalJson(one.payload) === canonicalJson(payload));
}
