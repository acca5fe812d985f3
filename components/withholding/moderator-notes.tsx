import { getLocale, getTranslations } from "next-intl/server";
import { entryWords } from "@/components/contribute/entry-words";
import type { NoteRow } from "@/lib/features/withholdings/view";
import { type About, NoteForm } from "./note-form";

/** What moderators noted about an entry or a record, with the form for another note. */
export async function ModeratorNotes({ notes, about }: { notes: NoteRow[]; about: About }) {
  const t = await getTranslations("review.notes");
  const words = await entryWords(await getLocale());
  return (
    <section id="notes" className="my-8" aria-labelledby="notes-title">
      <h2 id="notes-title" className="mb-2 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-3 max-w-prose text-ink-2">{t("lead")}</p>
      {notes.length === 0 ? <p className="mb-3 text-ink-2">{t("none")}</p> : null}
      <ol className="mb-4 max-w-prose">
        {notes.map(({ id, handle, at, text }) => (
          <li key={id} className="border-b border-rule py-2">
            <p className="text-sm text-ink-2">{t("by", { handle, at: words.at(at) })}</p>
            <p className="whitespace-pre-line break-words">{text}</p>
          </li>
        ))}
      </ol>
      <NoteForm about={about} />
    </section>
  );
}
