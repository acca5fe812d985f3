import { type Actor, can } from "@/lib/domain/can";
import type { EntryState } from "@/lib/domain/entry";
import { appendAudit } from "@/lib/server/audit";
import type { Transaction } from "@/lib/server/transaction";
import { lockActor } from "../../accounts/data";
import { MESSAGES_IN_A_ROW } from "../schema/message";
import { allOrNothing } from "./all-or-nothing";
import { auditEntry, done, type LockedEntry, lockEntry } from "./locked-entry";
import { tellAuthor, tellModerators } from "./news";
import type { EntryRefusal, EntryResult } from "./refusal";
import { submitLocked } from "./submit-entry";

/** `submit`: hand the entry back to the moderators with the answer, as its version is. */
export type MessageInput = { entryId: string; text: string; messageKey: string; submit: boolean };
type Writing = { actor: Actor & { id: string }; entry: LockedEntry };

/** About these nothing is asked any more, or not yet. */
const SILENT: readonly EntryState[] = ["draft", "withdrawn"];

/**
 * One message about an entry: a moderator's question, which leaves the entry where it is, or its author's answer, with or
 * without handing it back. Sent twice with one key it is one message.
 */
export function sendMessage(actorId: string, input: MessageInput): Promise<EntryResult> {
  return allOrNothing(async (tx) => {
    const writing = await lockForWriting(tx, actorId, input.entryId);
    if ("refused" in writing) return writing;
    const { entry } = writing;
    const sent = await insertOnce(tx, writing, input);
    if (sent === "before") return done(entry);
    if (sent === "too_many") return { refused: "too_many_messages" };
    const isAuthor = entry.authorId === actorId;
    if (isAuthor) await tellModerators(tx, entry);
    else await tellAuthor(tx, entry);
    const handedBack = isAuthor && input.submit ? await submitLocked(tx, { ...writing, seenVersion: null }) : entry;
    if ("refused" in handedBack) return handedBack;
    if (handedBack !== entry) await auditEntry(tx, actorId, "entry.submit", { before: entry, after: handedBack });
    // With the random key, which goes with the text if that is taken out: the hash alone then confirms no guess.
    const after = { id: sent.id, entryId: entry.id, text: input.text, messageKey: input.messageKey };
    await appendAudit(tx, {
      ...{ actorId, verb: "entry.message", objectType: "entry_message", objectId: String(sent.id) },
      ...{ before: null, after },
    });
    return done(handedBack);
  });
}

async function lockForWriting(tx: Transaction, actorId: string, entryId: string): Promise<Writing | EntryRefusal> {
  const actor = await lockActor(tx, actorId);
  const entry = await lockEntry(tx, entryId);
  const isAuthor = entry !== null && entry.authorId === actorId;
  const verdict = can(actor, isAuthor ? "write_about_own_entry" : "write_to_author", {
    authorId: entry?.authorId ?? null,
  });
  if (!verdict.allowed) return { refused: verdict.because };
  // A draft is its author's alone: for a moderator it is not there.
  if (entry === null || (!isAuthor && entry.submittedAt === null)) return { refused: "gone" };
  if (SILENT.includes(entry.state) || entry.submittedAt === null) return { refused: "not_allowed_from_state" };
  if (entry.author.deletedAt !== null) return { refused: "author_gone" };
  return { actor: { ...actor, id: actorId }, entry };
}

async function insertOnce(
  tx: Transaction,
  { actor, entry }: Writing,
  { text, messageKey }: MessageInput,
): Promise<{ id: number } | "before" | "too_many"> {
  const said = await tx.entryMessage.findMany({
    where: { entryId: entry.id },
    orderBy: { id: "desc" },
    take: MESSAGES_IN_A_ROW,
    select: { writerId: true, messageKey: true },
  });
  if (said.some((one) => one.writerId === actor.id && one.messageKey === messageKey)) return "before";
  if (said.length === MESSAGES_IN_A_ROW && said.every(({ writerId }) => writerId === actor.id)) return "too_many";
  const [made] = await tx.entryMessage.createManyAndReturn({
    data: [{ entryId: entry.id, writerId: actor.id, text, messageKey }],
    skipDuplicates: true,
    select: { id: true },
  });
  return made ?? "before";
}
