"use client";
import { useTranslations } from "next-intl";
import { SendingKey } from "@/components/forms/sending-key";
import { KeepInOutbox } from "@/components/outbox/keep-in-outbox";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { type MessageSent, sendMessageAction } from "@/lib/features/entries/actions/conversation";
import { MESSAGE_LENGTH } from "@/lib/features/entries/schema/choices";
import { EntryProblem } from "./entry-problem";
import { LanguageButtons } from "./language-buttons";
import { SaidHere } from "./said-here";
import { useLastingForm } from "./use-lasting-form";

/** `canKeep`: its author may have no line. */
type Props = { entryId: string; messageKey: string; canHandBack: boolean; canKeep: boolean };

/** A question or an answer about an entry. What was not sent stays in the field. */
export function MessageForm({ entryId, messageKey, canHandBack, canKeep }: Props) {
  const t = useTranslations("queue.thread");
  const form = useLastingForm<MessageSent>(sendMessageAction, "message");
  return (
    <form ref={form.place} action={form.send} className="mt-4 max-w-prose">
      <EntryProblem state={form.state} tools={form} />
      {form.state?.ok ? <Notice tone="done">{t(form.state.sent)}</Notice> : null}
      <SaidHere problems={form.here} tools={form} />
      <LanguageButtons />
      <input type="hidden" name="entryId" value={entryId} />
      <SendingKey name="messageKey" value={form.carried("messageKey") || messageKey} isKept={form.keptAs !== null} />
      <TextArea
        id={form.idOf("text")}
        name="text"
        label={t("text")}
        hint={t("textHint", { length: MESSAGE_LENGTH })}
        error={form.errorOf("text")}
        defaultValue={form.typed("text")}
        maxLength={MESSAGE_LENGTH}
        required
      />
      <p className="flex flex-wrap gap-3">
        <Button type="submit" name="intent" value="send" aria-disabled={form.isSending}>
          {t("send")}
        </Button>
        {canHandBack ? (
          <Button type="submit" name="intent" value="hand_back" tone="strong" aria-disabled={form.isSending}>
            {t("handBack")}
          </Button>
        ) : null}
      </p>
      {canKeep ? <KeepInOutbox keptAs={form.keptAs} problem={form.problem} /> : null}
      {canHandBack ? <p className="mt-2 text-sm text-ink-2">{t("handBackHint")}</p> : null}
    </form>
  );
}
