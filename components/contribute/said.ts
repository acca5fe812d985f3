import { getTranslations } from "next-intl/server";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { ActionWords } from "@/lib/features/actions/view";
import type { ChangeContext } from "@/lib/features/corrections/view/change-words";
import type { CorrectionEntry } from "@/lib/features/entries/view/correction-entry";
import { recordsContext } from "@/lib/features/records/view/context";
import { findRecord } from "@/lib/features/records/view/find";
import { listedTitle } from "@/lib/features/records/view/titles";
import type { MomentWords } from "@/lib/shared/format/moment";
import type { QuantityWords } from "@/lib/shared/format/quantity";
import type { Locale } from "@/lib/shared/i18n/locales";

/** A record that is to be corrected or retracted, in one line. */
export async function correctionTitle({ record, now }: CorrectionEntry, locale: Locale): Promise<string> {
  const { context } = await saidOf(record, locale);
  const found = findRecord(record, now.id);
  return found ? `${listedTitle(found, context).text} (${now.id})` : now.id;
}

/** What the changes of a record are said with on the pages of whoever proposes or decides. */
export async function saidOf(record: WaveRecord, locale: Locale): Promise<ChangeContext> {
  const words = await getTranslations({ locale, namespace: "record" });
  const corrections = await getTranslations({ locale, namespace: "corrections" });
  const context = recordsContext(record, {
    locale,
    record: (key, values) => words(key, values as never),
    action: (await getTranslations({ locale, namespace: "pages.action" })) as unknown as ActionWords,
    moment: (await getTranslations({ locale, namespace: "site.moment" })) as unknown as MomentWords,
    quantity: (await getTranslations({ locale, namespace: "site.quantity" })) as unknown as QuantityWords,
  });
  return { context, words: (key, values) => corrections(key, values as never) };
}
