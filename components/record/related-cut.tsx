import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/** On a page about something that very many records lead to: from how many of them it is made. */
export async function RelatedCut({ context }: { context: ReadingContext }) {
  const related = context.record.part?.related;
  if (related === undefined) return null;
  const t = await getTranslations({ locale: context.locale, namespace: "large" });
  return (
    <Notice tone="note">
      <p>{t("related", { shown: context.number(related.shown), all: context.number(related.all) })}</p>
    </Notice>
  );
}
