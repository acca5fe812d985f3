import { changePayload } from "@/lib/domain/entry";
import { canonicalJson } from "@/lib/server/audit";
import type { Photograph } from "@/lib/server/photographs";
import type { Transaction } from "@/lib/server/transaction";
import type { EntryInput } from "../schema";
import { addEvidence } from "./add-evidence";
import { allOrNothing } from "./all-or-nothing";
import { checkEntry, type Settled, settleInput } from "./entry-content";
import { auditEntry, done, type LockedEntry, lockFor, updateEntry } from "./locked-entry";
import type { EntryRefusal, EntryResult } from "./refusal";
import { refusalOf, requiredNow, submitLocked } from "./submit-entry";

export type EditInput = { entryId: string; seenVersion: number; payload: unknown; submit: boolean };

/** A new version of the author's own entry, submitted again if asked; approvals given so far are void. */
export function editEntry(
  actorId: string,
  input: EditInput,
  photographs: readonly Photograph[] = [],
): Promise<EntryResult> {
  return allOrNothing(async (tx) => {
    const locked = await lockFor(tx, actorId, "edit_entry", input.entryId);
    if ("refused" in locked) return locked;
    const settled = await settleInput(tx, input.payload);
    if ("refused" in settled) return settled;
    const changed = await changeLocked(tx, locked.entry, { settled, seenVersion: input.seenVersion });
    if ("refused" in changed) return changed;
    const added = await addEvidence(tx, changed, photographs);
    if ("refused" in added) return added;
    const finished =
      input.submit && isWithAuthor(changed) && !settled.isBehind
        ? await submitLocked(tx, { ...locked, entry: changed, seenVersion: null })
        : changed;
    if ("refused" in finished) return finished;
    // Every line after the last read: the log is everybody's, and waits for this transaction once it has a line of it.
    if (changed !== locked.entry) await auditEntry(tx, actorId, "entry.edit", { before: locked.entry, after: changed });
    await added.note(actorId);
    if (finished !== changed) await auditEntry(tx, actorId, "entry.submit", { before: changed, after: finished });
    return done(finished);
  });
}

/** Not handed to the moderators yet, or given back by them. */
export function isWithAuthor({ state }: Pick<LockedEntry, "state">): boolean {
  return state === "draft" || state === "changes_requested";
}

type Change = { settled: Settled; seenVersion: number };

/** Unchanged words make no version. What waits for moderators must stay complete. */
export async function changeLocked(
  tx: Transaction,
  entry: LockedEntry,
  { settled: { payload, subject }, seenVersion }: Change,
): Promise<LockedEntry | EntryRefusal> {
  const verdict = changePayload(entry, { actorIsAuthor: true, seenVersion });
  if (!verdict.ok) return refusalOf(verdict.refusal, entry);
  if (canonicalJson(entry.payload) === canonicalJson(payload)) return entry;
  const isSame =
    subject.waveId === entry.waveId && subject.kind === entry.kind && subject.recordKind === entry.recordKind;
  if (!isSame || (entry.kind !== "new_record" && subject.recordId !== entry.recordId))
    return { refused: "incomplete", problems: [{ field: "workforceId", code: "other_wave" }] };
  const approvals = verdict.to === "submitted" ? await approvalsOf(tx, entry, payload) : entry.approvalsRequired;
  if (typeof approvals !== "number") return approvals;
  const changed = await updateEntry(tx, entry, {
    state: verdict.to,
    version: verdict.version,
    payload,
    baseRevision: subject.baseRevision,
    approvalsRequired: approvals,
  });
  await tx.entryVersion.create({ data: { entryId: entry.id, version: verdict.version, payload } });
  return changed;
}

async function approvalsOf(tx: Transaction, entry: LockedEntry, payload: EntryInput): Promise<number | EntryRefusal> {
  const checked = await checkEntry(tx, { kind: entry.kind, payload });
  if ("refused" in checked) return checked;
  return requiredNow(entry, checked);
}
