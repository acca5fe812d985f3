import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { ageSentences, type RecordAge } from "@/lib/features/publications/view";
import type { Locale } from "@/lib/shared/i18n/locales";

/** Above a page while the database is away: how old is what one reads, and that something may be missing. */
export async function AgeLine({ age, locale }: { age: RecordAge; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "site" });
  return (
    <Notice tone="note">
      <p>{ageSentences(age, locale, (key, values) => t(key, values)).join(" ")}</p>
    </Notice>
  );
}
