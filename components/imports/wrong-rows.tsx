import { getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/contribute/stacked-table";
import type { BatchPage } from "@/lib/features/imports/view";
import { problemWords } from "@/lib/features/imports/view/problem-words";
import { formatNumber } from "@/lib/shared/format/quantity";
import type { Locale } from "@/lib/shared/i18n/locales";
import { RepairFields } from "./repair-fields";

type Props = { page: BatchPage; locale: Locale };

/** The first wrong rows with the reason and as they were, all of them as a file, and the way to put them right. */
export async function WrongRows({ page, locale }: Props) {
  const t = await getTranslations("imports");
  const texts = { imports: t, entries: await getTranslations("entries") };
  const { batch, wrong, counts } = page;
  if (wrong.length === 0) return null;
  const words = problemWords(batch, texts as never, page.dates);
  const rows = wrong.map((row) => ({
    key: String(row.number),
    cells: {
      row: row.number,
      what: (
        <ul>
          {row.problems.map((problem) => (
            <li key={`${problem.field} ${problem.code}`}>
              <strong>{words.columnOf(problem)}</strong>: {words.reasonOf(problem)}
            </li>
          ))}
        </ul>
      ),
      cells: <span className="text-ink-2">{row.cells.join(" · ")}</span>,
    },
  }));
  const columns = [
    { key: "row", label: t("wrong.row"), numeric: true },
    { key: "what", label: t("wrong.what") },
    { key: "cells", label: t("wrong.asItWas") },
  ];
  return (
    <div className="mb-10">
      <h2 className="mb-2 text-2xl">{t("wrong.title")}</h2>
      <p className="mb-3">
        {counts.wrong > wrong.length
          ? `${t("wrong.first", { count: wrong.length, all: formatNumber(counts.wrong, locale) })} `
          : ""}
        <a href={`/${locale}/contribute/import/${batch.id}/report.csv`} download className="inline-block py-2">
          {t("wrong.download")}
        </a>
      </p>
      <StackedTable caption={t("wrong.title")} captionHidden columns={columns} rows={rows} empty="" />
    </div>
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
