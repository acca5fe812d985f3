import { getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/ui/stacked-table";
import type { BatchLine } from "@/lib/features/imports/view/rows";
import { formatDayTime } from "@/lib/shared/format/day";
import type { Locale } from "@/lib/shared/i18n/locales";

/** One's own files, newest first. */
export async function BatchList({ batches, locale }: { batches: BatchLine[]; locale: Locale }) {
  const t = await getTranslations("imports");
  const columns = (["file", "state", "when"] as const).map((key) => ({ key, label: t(`list.${key}`) }));
  const rows = batches.map(({ id, fileName, state, createdAt }) => ({
    key: id,
    cells: {
      file: <a href={`/${locale}/contribute/import/${id}`}>{fileName || t("pasted")}</a>,
      state: t(`states.${state}`),
      when: `${formatDayTime(createdAt, locale, "UTC")} UTC`,
    },
  }));
  return (
    <div className="mt-10">
      <h2 className="mb-3 text-2xl">{t("list.title")}</h2>
      <StackedTable caption={t("list.title")} captionHidden columns={columns} rows={rows} empty={t("list.none")} />
    </div>
  );
}
