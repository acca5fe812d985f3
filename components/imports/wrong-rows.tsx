import { getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/ui/stacked-table";
import type { BatchPage } from "@/lib/features/imports/view";
import type { SaidGroup } from "@/lib/features/imports/view/wrong-groups";
import { formatNumber } from "@/lib/shared/format/quantity";
import type { Locale } from "@/lib/shared/i18n/locales";
import { RepairFields } from "./repair-fields";

type Props = { page: BatchPage; locale: Locale };

/** What is wrong, the same of many rows once, all wrong rows as a file, and the ways to put them right. */
export async function WrongRows({ page: { batch, wrong, counts }, locale }: Props) {
  const t = await getTranslations("imports.wrong");
  if (wrong.groups.length === 0) return null;
  const rows = wrong.groups.map((group) => ({
    key: group.key,
    cells: {
      what: (
        <>
          <strong>{group.column}</strong>
          {group.cell === "" ? "" : ` “${group.cell}”`}: {group.reason}
        </>
      ),
      count: formatNumber(group.count, locale),
      rows: <WhichRows group={group} locale={locale} />,
    },
  }));
  const columns = [
    { key: "what", label: t("what") },
    { key: "count", label: t("count"), numeric: true },
    { key: "rows", label: t("rows") },
  ];
  return (
    <div className="mb-10">
      <h2 className="mb-2 text-2xl">{t("title")}</h2>
      {batch.state === "withdrawn" ? null : (
        <p className="max-w-prose">{t.rich("mend", { columns: (words) => <a href="#mapping">{words}</a> })}</p>
      )}
      <p className="mb-3">
        {wrong.different > rows.length
          ? `${t("first", { count: rows.length, all: formatNumber(wrong.different, locale) })} `
          : ""}
        <a href={`/${locale}/contribute/import/${batch.id}/report.csv`} download className="inline-block py-2">
          {t("download", { count: counts.wrong })}
        </a>
      </p>
      <StackedTable caption={t("title")} captionHidden columns={columns} rows={rows} empty="" />
    </div>
  );
}

/** The numbers of the rows, folded away where they are many, and the first of them as it was. */
async function WhichRows({ group: { count, rows, more, cells }, locale }: { group: SaidGroup; locale: Locale }) {
  const t = await getTranslations("imports.wrong");
  const first = <span className="text-ink-2">{cells.join(" · ")}</span>;
  if (count === 1)
    return (
      <>
        {t("row", { row: rows })}: {first}
      </>
    );
  return (
    <details>
      <summary className="min-h-11 py-2">{t("which", { count })}</summary>
      <p className="break-words">
        {rows}
        {more > 0 ? ` ${t("more", { more: formatNumber(more, locale) })}` : ""}
      </p>
      <p>
        {t("firstAsItWas")}: {first}
      </p>
    </details>
  );
}

/** Takes the corrected report back. */
export async function RepairForm({ page, locale }: Props) {
  const t = await getTranslations("imports.repair");
  if (page.counts.wrong === 0 || page.progress !== null || page.batch.state === "withdrawn") return null;
  return (
    <section aria-labelledby="repair" className="mb-10">
      <h2 id="repair" className="mb-2 text-2xl">
        {t("title")}
      </h2>
      <p className="mb-4 max-w-prose">{t("lead")}</p>
      <RepairFields batchId={page.batch.id} locale={locale} megabytes={page.megabytes} label={t("title")} />
    </section>
  );
}
