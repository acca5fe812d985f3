"use server";
import { refresh } from "next/cache";
import { type ActionOutcome, confirmedAction, signedInAction } from "@/lib/server/action-client";
import { eraseMessage } from "../mutations/erase-message";
import { type HoldResult, holdEntry, releaseEntry } from "../mutations/hold-entry";
import { sendMessage } from "../mutations/send-message";
import { eraseMessageSchema, holdFormSchema, messageFormSchema } from "../schema/message";
import { refused } from "./refused";

export type MessageSent = { sent: "sent" | "handed_back" };

export const sendMessageAction = signedInAction(
  messageFormSchema,
  async (
    actor,
    { intent, ...message },
  ): Promise<({ ok: true } & MessageSent) | Exclude<ActionOutcome, { ok: true }>> => {
    const submit = intent === "hand_back";
    const result = await sendMessage(actor.id, { ...message, submit });
    if ("refused" in result) return refused(result) as Exclude<ActionOutcome, { ok: true }>;
    refresh();
    return { ok: true, sent: submit ? "handed_back" : "sent" };
  },
);

/** Cannot be undone, so it asks for the second step. */
export const eraseMessageAction = confirmedAction(eraseMessageSchema, async (actor, { messageId }) => {
  const erased = await eraseMessage(actor.id, messageId);
  refresh();
  return "refused" in erased ? { ok: false, formError: erased.refused } : { ok: true };
});

/** Somebody was first: the page, read again, names them. */
export type HoldAnswer = { heldBy: string | null };

function held(result: HoldResult): ({ ok: true } & HoldAnswer) | Exclude<ActionOutcome, { ok: true }> {
  refresh();
  if ("ok" in result) return { ok: true, heldBy: null };
  if (result.refused === "held_by_other") return { ok: true, heldBy: result.by };
  return { ok: false, formError: result.refused };
}

export const holdEntryAction = signedInAction(holdFormSchema, async (actor, { entryId }) =>
  held(await holdEntry(actor.id, entryId)),
);

export const releaseEntryAction = signedInAction(holdFormSchema, async (actor, { entryId }) =>
  held(await releaseEntry(actor.id, entryId)),
);
