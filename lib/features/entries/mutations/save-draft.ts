import { can } from "@/lib/domain/can";
import { canonicalJson } from "@/lib/server/audit";
import type { Transaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import { readInput } from "../schema";
import type { FigureInput } from "../schema/input";
import { allOrNothing } from "./all-or-nothing";
import { changeLocked } from "./edit-entry";
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
    const payload = readInput(input.payload);
    if (payload === null) return { refused: "incomplete", problems: [{ field: "workforceId", code: "form_unknown" }] };
    const actor = await lockActor(tx, actorId);
    const verdict = can(actor, "save_entry");
    if (!verdict.allowed) return { refused: verdict.because };
    if ((await tx.wave.count({ where: { id: payload.waveId, state: { not: "draft" } } })) === 0)
      return { refused: "incomplete", problems: [{ field: "workforceId", code: "wave_gone" }] };
    const kept = await insertOnce(tx, actorId, input.submissionKey, payload);
    const saved = kept.isNew ? kept.entry : await asSentAgain(tx, kept.entry, payload);
    if ("refused" in saved) return saved;
    const isSubmitted = input.submit && saved.state === "draft";
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
  payload: FigureInput,
): Promise<Kept> {
  const [made] = await tx.entry.createManyAndReturn({
    data: [{ waveId: payload.waveId, kind: "new_record", recordKind: "figure", payload, authorId, submissionKey }],
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
async function asSentAgain(
  tx: Transaction,
  entry: LockedEntry,
  payload: FigureInput,
): Promise<LockedEntry | EntryRefusal> {
  if (canonicalJson(entry.payload) === canonicalJson(payload)) return entry;
  const changed = await changeLocked(tx, entry, { payload, seenVersion: 1 });
  return "refused" in changed ? { refused: "already_sent", entryId: entry.id } : changed;
}
