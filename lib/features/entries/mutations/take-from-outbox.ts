import { isSameText } from "@/lib/server/secrets";
import { accountMark } from "../data/account-mark";
import { withEvidence } from "./add-evidence";
import type { EntryRefusal } from "./refusal";
import { type SaveInput, saveDraft } from "./save-draft";

/** How what was written without a line was taken in. */
export type Taken = { entryId: string; as: "submitted" | "draft" | "sent_before" };
export type TakeInput = Omit<SaveInput, "submit"> & { account: string };

/**
 * What a device kept until now, sent to the moderators; as a draft where something is missing or the record was
 * changed in the meantime, so that nothing that was written is lost. However often it is sent it is one entry.
 */
export async function takeFromOutbox(
  actorId: string,
  { account, ...input }: TakeInput,
  photographs: readonly Uint8Array[] = [],
): Promise<Taken | EntryRefusal | { refused: "other_account" }> {
  // The key is known to one account only: sent from another it would be a second entry, under the wrong name.
  if (!isSameText(account, accountMark(actorId))) return { refused: "other_account" };
  const result = await withEvidence(actorId, photographs, async () => {
    const sent = await saveDraft(actorId, { ...input, submit: true });
    const isUnfinished = "refused" in sent && (sent.refused === "incomplete" || sent.refused === "record_changed");
    return isUnfinished ? saveDraft(actorId, { ...input, submit: false }) : sent;
  });
  if ("entry" in result)
    return { entryId: result.entry.id, as: result.entry.state === "draft" ? "draft" : "submitted" };
  return result.refused === "already_sent" ? { entryId: result.entryId, as: "sent_before" } : result;
}
