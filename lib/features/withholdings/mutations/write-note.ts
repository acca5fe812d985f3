import { can } from "@/lib/domain/can";
import { appendAudit } from "@/lib/server/audit";
import { inTransaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import type { NoteInput } from "../schema";
import type { WithholdingRefusal } from "./refusal";

/** A note about an entry or a record, for moderators only, kept as written. */
export function writeNote(
  actorId: string,
  { about, text }: NoteInput,
): Promise<{ noteId: number } | WithholdingRefusal> {
  return inTransaction(async (tx) => {
    const verdict = can(await lockActor(tx, actorId), "write_moderator_note");
    if (!verdict.allowed) return { refused: verdict.because };
    const entry = "entryId" in about ? { id: about.entryId, submittedAt: { not: null } } : null;
    const isThere =
      entry === null
        ? "recordId" in about && (await tx.record.count({ where: { id: about.recordId } })) > 0
        : (await tx.entry.count({ where: entry })) > 0;
    if (!isThere) return { refused: "gone" };
    const note = await tx.moderatorNote.create({ data: { ...about, text, authorId: actorId } });
    const [objectType, objectId] = "entryId" in about ? ["entry", about.entryId] : ["record", about.recordId];
    await appendAudit(tx, { actorId, verb: `${objectType}.note`, objectType, objectId, before: null, after: note });
    return { noteId: note.id };
  });
}
