import { getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/ui/stacked-table";
import type { BatchPage } from "@/lib/features/imports/view";
import { ON_PAGE, READ_COLUMNS, readLabel } from "@/lib/features/imports/view/read-as";
import { formatNumber } from "@/lib/shared/format/quantity";
import type { Locale } from "@/lib/shared/i18n/locales";

/** The first rows in order as they were read, before they are sent: a wrong column or a turned date shows in its words. */
export async function ReadyRows({ page: { ready, counts, batch }, locale }: { page: BatchPage; locale: Locale }) {
  const t = await getTranslations("imports.ready");
  const texts = await getTranslations();
  if (ready.length === 0) return null;
  const text = (key: string) => texts(key as never);
  const columns = [
    { key: "row", label: t("row") },
    ...READ_COLUMNS[batch.kind].slice(0, ON_PAGE).map((key) => ({ key, label: readLabel(key, { text }) })),
  ];
  const rows = ready.map(({ number, said }) => ({ key: String(number), cells: { ...said, row: number } }));
  const more = counts.ready - ready.length;
  return (
    <div className="mb-10">
      <h2 className="mb-2 text-2xl">{t("title")}</h2>
      <p className="max-w-prose">{t("lead")}</p>
      <p className="mb-3">
        {more > 0 ? `${t("more", { count: more, shown: ready.length, more: formatNumber(more, locale) })} ` : ""}
        <a href={`/${locale}/contribute/import/${batch.id}/read.csv`} download className="inline-block py-2">
          {t("download")}
        </a>
      </p>
      <StackedTable caption={t("title")} captionHidden columns={columns} rows={rows} empty="" />
    </div>
  );
}
