import type { TakenAs } from "@/lib/domain/outbox";
import { canonicalJson } from "@/lib/server/audit";
import { isSameText } from "@/lib/server/secrets";
import { inTransaction } from "@/lib/server/transaction";
import { accountMark } from "../data/account-mark";
import { withEvidence } from "./add-evidence";
import { type EditInput, editEntry, isWithAuthor } from "./edit-entry";
import { settleInput } from "./entry-content";
import type { EntryRefusal, EntryResult } from "./refusal";
import { type SaveInput, saveDraft } from "./save-draft";
import { type MessageInput, sendMessage } from "./send-message";

/** How what was written without a line was taken in. */
export type Taken = { entryId: string; as: TakenAs };
type Whose = { account: string };
/** Under the key something else was sent before, which moved on: what is sent now is nowhere but on the device. */
type Otherwise = { refused: "sent_otherwise" };
type Answer = Taken | EntryRefusal | Otherwise | { refused: "other_account" };
export type TakeInput = Omit<SaveInput, "submit"> & Whose;

/** The key is known to one account only: sent from another it would be a second entry, under the wrong name. */
function isAnothers(actorId: string, account: string): boolean {
  return !isSameText(account, accountMark(actorId));
}

/**
 * What a device kept until now, sent to the moderators; as a draft where something is missing or the record was
 * changed in the meantime, so that nothing that was written is lost. However often it is sent it is one entry.
 */
export async function takeFromOutbox(
  actorId: string,
  { account, ...input }: TakeInput,
  photographs: readonly Uint8Array[] = [],
): Promise<Answer> {
  if (isAnothers(actorId, account)) return { refused: "other_account" };
  const result = await withEvidence(photographs, (made) =>
    asFarAsItGoes((submit) => saveDraft(actorId, { ...input, submit }, made)),
  );
  if ("entry" in result) return takenAs(result);
  if (result.refused !== "already_sent") return result;
  return result.holdsIt ? { entryId: result.entryId, as: "sent_before" } : { refused: "sent_otherwise" };
}

/**
 * A change of an entry that was open when the line was cut, made against the version it shows: refused where that was
 * changed in the meantime, unless it is this very change that came before.
 */
export async function takeChange(
  actorId: string,
  { account, ...input }: Omit<EditInput, "submit"> & Whose,
  photographs: readonly Uint8Array[] = [],
): Promise<Answer> {
  if (isAnothers(actorId, account)) return { refused: "other_account" };
  const result = await withEvidence(photographs, (made) =>
    asFarAsItGoes((submit) => editEntry(actorId, { ...input, submit }, made)),
  );
  if ("entry" in result) return takenAs(result);
  const cameBefore = { entryId: input.entryId, as: "sent_before" as const };
  return MOVED_ON.has(result.refused) && (await isThereAlready(actorId, input)) ? cameBefore : result;
}

/** An answer in the conversation about an entry; sent twice with one key it is one message. */
export async function takeMessage(
  actorId: string,
  { account, ...message }: Omit<MessageInput, "submit"> & Whose,
): Promise<Answer> {
  if (isAnothers(actorId, account)) return { refused: "other_account" };
  const result = await sendMessage(actorId, { ...message, submit: false });
  return "entry" in result ? { entryId: message.entryId, as: "message" } : result;
}

/** To the moderators; kept with its author where something is missing or the record was changed. */
async function asFarAsItGoes(save: (submit: boolean) => Promise<EntryResult>): Promise<EntryResult> {
  const sent = await save(true);
  const isUnfinished = "refused" in sent && (sent.refused === "incomplete" || sent.refused === "record_changed");
  return isUnfinished ? save(false) : sent;
}

function takenAs({ entry }: Extract<EntryResult, { entry: object }>): Taken {
  return { entryId: entry.id, as: isWithAuthor(entry) ? "draft" : "submitted" };
}

const MOVED_ON: ReadonlySet<EntryRefusal["refused"]> = new Set(["stale_version", "not_allowed_from_state"]);

/** Whether a later version of one's own entry says exactly this. */
function isThereAlready(
  actorId: string,
  { entryId, seenVersion, payload }: Omit<EditInput, "submit">,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const later = await tx.entryVersion.findMany({
      where: { entryId, version: { gt: seenVersion }, entry: { authorId: actorId } },
      select: { payload: true },
    });
    const settled = later.length === 0 ? null : await settleInput(tx, payload);
    if (settled === null || "refused" in settled) return false;
    return later.some((one) => canonicalJson(one.payload) === canonicalJson(settled.payload));
  });
}
