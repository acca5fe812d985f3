import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { BatchPage } from "@/lib/features/imports/view";
import { formatNumber } from "@/lib/shared/format/quantity";
import type { Locale } from "@/lib/shared/i18n/locales";
import { AsksAgain } from "./asks-again";

/** How far a server has come with a file, in words and as a bar, or that it cannot go on. */
export async function BatchProgress({ page, locale }: { page: BatchPage; locale: Locale }) {
  const t = await getTranslations("imports");
  if (page.isGivenUp) return <Notice tone="problem">{t("batch.givenUp")}</Notice>;
  if (page.progress === null) return null;
  const { done, all, of } = page.progress;
  const said = t(of === "rows" ? "batch.progress" : "batch.withdrawn", {
    done: formatNumber(done, locale),
    all: formatNumber(all, locale),
  });
  return (
    <section aria-label={t(`states.${page.batch.state}`)} className="mb-8 max-w-prose">
      <p role="status" className="mb-2 font-semibold tabular-nums">
        {said}
      </p>
      <progress value={done} max={Math.max(1, all)} aria-label={said} className="h-4 w-full" />
      <p className="mt-2 text-sm text-ink-2">{t("batch.reloads")}</p>
      <AsksAgain />
    </section>
  );
}
