import { getLocale, getTranslations } from "next-intl/server";
import { OneButtonForm } from "@/components/accounts/one-button-form";
import { eraseMessageAction } from "@/lib/features/entries/actions/conversation";
import type { Thread, ThreadLine } from "@/lib/features/entries/view/thread";
import { entryWords } from "./entry-words";
import { MessageForm } from "./message-form";

type Props = { thread: Thread; isModerator?: boolean };

/** What an entry's author and moderators wrote to each other, and the field for the next message. */
export async function EntryThread({ thread, isModerator = false }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("queue.thread");
  const words = await entryWords(locale);
  const { lines, entryId, messageKey, canHandBack } = thread;
  if (lines.length === 0 && !thread.canWrite) return null;
  return (
    <section aria-labelledby="conversation" className="mb-8">
      <h2 id="conversation" className="mb-2 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-2 max-w-prose text-sm text-ink-2">{t(isModerator ? "leadModerator" : "lead")}</p>
      {lines.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ol className="max-w-prose">
        {lines.map((line) => (
          <Line key={line.key} line={line} at={words.at} />
        ))}
      </ol>
      {thread.canWrite ? <MessageForm {...{ entryId, messageKey, canHandBack }} canKeep={!isModerator} /> : null}
    </section>
  );
}

async function Line({ line, at: said }: { line: ThreadLine; at: (moment: number) => string }) {
  const t = await getTranslations("queue.thread");
  const verbs = await getTranslations("entries.verbs");
  const { from, text, verb, erasedAt } = line;
  const at = said(line.at);
  const handle = line.handle ?? "";
  const whose = verb === null ? t(from, { handle, at }) : t("decision", { verb: verbs(verb), at });
  return (
    <li className={`my-3 border-s-4 px-4 py-2 ${from === "self" ? "border-rule-2" : "border-ink bg-paper-2"}`}>
      <p className="text-sm text-ink-2">{whose}</p>
      {erasedAt === null ? (
        <p className="break-words whitespace-pre-line">{text}</p>
      ) : (
        <p className="text-ink-2">{t("erased", { at: said(erasedAt) })}</p>
      )}
      {line.erasable === null ? null : <Erase messageId={line.erasable} about={whose} />}
    </li>
  );
}

/** For moderators: a text that points to a person goes for good, after it was said what that means. */
async function Erase({ messageId, about }: { messageId: number; about: string }) {
  const t = await getTranslations("queue.thread");
  return (
    <details className="mt-1 text-sm">
      <summary className="inline-block cursor-pointer py-2">
        {t("erase")}
        <span className="sr-only">: {about}</span>
      </summary>
      <p className="mb-2">{t("eraseLead")}</p>
      <OneButtonForm
        action={eraseMessageAction}
        values={{ messageId: String(messageId) }}
        label={t("eraseSubmit")}
        about={about}
        tone="danger"
      />
    </details>
  );
}
