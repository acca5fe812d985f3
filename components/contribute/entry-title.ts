import type { EntryAbout } from "@/lib/features/entries/view/entry-about";
import { plainText } from "@/lib/shared/i18n/local-text";
import type { Locale } from "@/lib/shared/i18n/locales";
import { actionTitle } from "./proposed-action";
import { plainTitle } from "./proposed-plain";
import { solidarityTitle } from "./proposed-solidarity";
import { correctionTitle } from "./said";

type Titled = Pick<EntryAbout, "correction" | "solidarity" | "action" | "plain" | "subject">;

/** What an entry is about, in one line, whatever it proposes; null while nothing of it can be said. Without its day where that stands beside it. */
export async function entryTitle(
  { correction, solidarity, action, plain, subject }: Titled,
  locale: Locale,
  withDay = true,
): Promise<string | null> {
  if (correction) return correctionTitle(correction, locale);
  if (solidarity) return solidarityTitle(solidarity, locale);
  if (action) return actionTitle(action, locale);
  if (plain) return plainTitle(plain, locale, withDay);
  return plainText(subject?.workforce.names, locale) || null;
}
