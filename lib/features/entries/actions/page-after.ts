import type { Locale } from "@/lib/shared/i18n/locales";
import type { EntryDone } from "../mutations/refusal";
import { isWaiting } from "../view/queue";

/** The page of an entry that was saved, with what became of it: only what moderators can see is said to be sent. */
export function pageAfter(locale: Locale, { entry }: EntryDone): string {
  return `/${locale}/contribute/${entry.id}?done=${isWaiting(entry) ? "submitted" : "saved"}`;
}
