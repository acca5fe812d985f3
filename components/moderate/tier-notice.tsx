import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { ModeratedEntry } from "@/lib/features/entries/view/moderated-entry";

/** That a source of the first tier is missing beside those of the second, and what to do about it. */
export async function TierNotice({ entry }: { entry: ModeratedEntry }) {
  const t = await getTranslations("weighing.tier");
  if (!entry.lacksFirstTier || !entry.verbs.includes("approve")) return null;
  return (
    <Notice tone="note" title={t("title")}>
      <p>{t(entry.correction ? "lost" : "missing")}</p>
    </Notice>
  );
}
