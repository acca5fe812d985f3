import type { ReactNode } from "react";
import { ModeratorNotes } from "@/components/withholding/moderator-notes";
import { loadEntryNotes } from "@/lib/features/withholdings/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { children: ReactNode; params: Promise<{ locale: string; entry: string }> };

/** Under whatever is decided about an entry: what moderators noted about it for each other. */
export default async function EntryLayout({ children, params }: Props) {
  const { locale, entry } = await params;
  return (
    <>
      {children}
      <ModeratorNotes notes={await loadEntryNotes(locale as Locale, entry)} about={{ entryId: entry }} />
    </>
  );
}
