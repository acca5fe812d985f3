import type { EntryState } from "@/lib/domain/entry";
import type { Locale } from "@/lib/shared/i18n/locales";
import type { EntryDone } from "../mutations/refusal";

const WITH_MODERATORS: readonly EntryState[] = ["submitted", "approved_once"];

/** The page of an entry that was saved, with what became of it: only what moderators can see is said to be sent. */
export function pageAfter(locale: Locale, { entry }: EntryDone): string {
  const done = WITH_MODERATORS.includes(entry.state) ? "submitted" : "saved";
  return `/${locale}/contribute/${entry.id}?done=${done}`;
}
