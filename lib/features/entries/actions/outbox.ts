import type { z } from "zod";
import type { SendOutcome } from "@/lib/domain/outbox";
import { type ActionOutcome, readFiles, signedInRequest } from "@/lib/server/action-client";
import type { TypedValues } from "@/lib/shared/action-state";
import { fieldErrorsOf } from "@/lib/shared/form-fields";
import { takeChange, takeFromOutbox, takeMessage } from "../mutations/take-from-outbox";
import { messageFormSchema } from "../schema/message";
import { changeFormOf, isCorrectionForm, isMessageForm, newFormOf, placelessFields } from "../schema/outbox";
import { correctionRefused, refused } from "./refused";

export type OutboxAnswer = { status: number; answer: SendOutcome };

/**
 * Takes what an outbox sends. No server action: their names change with every build, and what was written may be
 * older than this one.
 */
export async function answerOutbox(request: Request): Promise<OutboxAnswer> {
  const answered = await signedInRequest(request, ({ actor, sent, formData }) => take(actor.id, sent, formData));
  if (!("not" in answered)) return answered;
  if (answered.not === "signed_out") return { status: 401, answer: { outcome: "signed_out" } };
  if (answered.not === "other_origin") return refuse("other_origin");
  // What no outbox sends: cut off on its way, it is sent again as it is.
  return { status: answered.not === "unreadable" ? 400 : 503, answer: { outcome: "server_away" } };
}

async function take(actorId: string, sent: TypedValues, formData: FormData): Promise<OutboxAnswer> {
  const placeless = placelessFields(sent);
  if (placeless === null) return refuse("form_gone");
  if (placeless.length > 0)
    return refuse("form_changed", Object.fromEntries(placeless.map((name) => [name, "no_place"])));
  const taken = await taker(actorId, sent, formData);
  if ("status" in taken) return taken;
  if (!("refused" in taken)) return { status: 200, answer: { outcome: "received", ...taken } };
  if (taken.refused === "other_account" || taken.refused === "sent_otherwise") return refuse(taken.refused);
  return refuseAs(isCorrectionForm(sent) ? correctionRefused(taken) : refused(taken));
}

type Tried = OutboxAnswer | Awaited<ReturnType<typeof takeFromOutbox>>;

/** What was written is something new, a change of an entry that was open, or an answer in the conversation about one. */
async function taker(actorId: string, sent: TypedValues, formData: FormData): Promise<Tried> {
  const account = String(sent.account ?? "");
  const toSend = { ...sent, intent: "submit" };
  const wrong = (error: z.ZodError) => refuse("check_fields", fieldErrorsOf(error));
  if (isMessageForm(sent)) {
    const { data, error } = messageFormSchema.safeParse(sent);
    return data ? takeMessage(actorId, { ...data, account }) : wrong(error);
  }
  const changed = changeFormOf(sent)?.safeParse(toSend);
  if (changed?.error) return wrong(changed.error);
  if (changed) {
    const { entryId, seenVersion, payload } = changed.data;
    return takeChange(actorId, { entryId, seenVersion, payload, account }, await readFiles(formData));
  }
  const { data, error } = newFormOf(sent).safeParse(toSend);
  if (error) return wrong(error);
  const { submissionKey, sending, payload } = data;
  return takeFromOutbox(actorId, { submissionKey, sending, payload, account }, await readFiles(formData));
}

function refuseAs(outcome: ActionOutcome): OutboxAnswer {
  return outcome.ok ? refuse("invalid") : refuse(outcome.formError ?? "invalid", outcome.fieldErrors);
}

function refuse(because: string, fields: Record<string, string> = {}): OutboxAnswer {
  return { status: 422, answer: { outcome: "refused", because, fields } };
}
