import { getTranslations } from "next-intl/server";
import { entryTitle } from "@/components/contribute/entry-title";
import { entryWords } from "@/components/contribute/entry-words";
import type { QueueRow } from "@/lib/features/entries/view/queue";
import { queueTitle } from "@/lib/features/entries/view/queue-title";
import type { Locale } from "@/lib/shared/i18n/locales";

export type EntryLine = {
  /** "new figure" */
  kindOf: (row: Pick<QueueRow, "kind" | "recordKind">) => string;
  titleOf: (row: QueueRow) => Promise<string>;
};

/** How lists of moderators name an entry, in one line. */
export async function entryLine(locale: Locale): Promise<EntryLine> {
  const t = await getTranslations({ locale, namespace: "entries.moderated" });
  const kinds = await getTranslations({ locale, namespace: "queue.kinds" });
  const words = await entryWords(locale);
  const kindOf: EntryLine["kindOf"] = ({ kind, recordKind }) => kinds(kind === "new_record" ? recordKind : kind);
  return {
    kindOf,
    titleOf: async (row) =>
      queueTitle(await entryTitle(row, locale), {
        ...{ kind: kindOf(row), unnamed: t("unnamed") },
        amount: row.quantity && words.quantity(row.quantity),
      }),
  };
}
