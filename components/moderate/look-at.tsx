import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { ActionNote } from "@/lib/features/entries/view/action-entry";
import type { Note } from "@/lib/features/entries/view/comparison";
import type { EntryAbout } from "@/lib/features/entries/view/entry-about";
import type { PlainNote } from "@/lib/features/entries/view/plain-entry";
import type { SolidarityNote } from "@/lib/features/entries/view/solidarity-entry";

type EntryNote = Note | ActionNote | SolidarityNote | PlainNote;

/** What is noted of an entry of whatever kind. */
export function notesOf({ comparison, action, solidarity, plain }: Noted): readonly EntryNote[] {
  return (comparison ?? action ?? solidarity ?? plain)?.notes ?? [];
}
type Noted = Pick<EntryAbout, "comparison" | "action" | "solidarity" | "plain">;

/** `contradicted`: the claims on record that a figure shares no number with. */
type Props = { notes: readonly EntryNote[]; contradicted?: readonly string[] };

/** What a moderator should look at before deciding; nothing where there is nothing. */
export async function LookAt({ notes, contradicted = [] }: Props) {
  const t = await getTranslations("entries.notes");
  if (notes.length === 0) return null;
  return (
    <Notice tone="note" title={t("title")}>
      <ul className="list-disc ps-5">
        {notes.map((note) => (
          <li key={note}>{note === "contradicts_claims" ? t(note, { ids: contradicted.join(", ") }) : t(note)}</li>
        ))}
      </ul>
    </Notice>
  );
}
