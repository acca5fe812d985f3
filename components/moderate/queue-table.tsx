import { getLocale, getTranslations } from "next-intl/server";
import { entryTitle } from "@/components/contribute/entry-title";
import { entryWords } from "@/components/contribute/entry-words";
import { StackedTable } from "@/components/contribute/stacked-table";
import type { QueueRow } from "@/lib/features/entries/view/queue";

/** Longest waiting first, with what each will need. */
export async function QueueTable({ rows }: { rows: QueueRow[] }) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const said = await getTranslations("contribute");
  const words = await entryWords(locale);
  const columns = [
    { key: "entry", label: t("queue.entry") },
    { key: "kind", label: t("queue.kind") },
    { key: "waiting", label: t("queue.waiting") },
    { key: "impact", label: t("queue.impact") },
    { key: "approvals", label: t("queue.approvals") },
    { key: "author", label: t("queue.author") },
  ];
  const lines = rows.map(async (row) => ({
    key: row.id,
    cells: {
      entry: (
        <a href={`/${locale}/moderate/${row.id}`}>
          {(await entryTitle(row, locale)) ?? t("moderated.unnamed")}
          {row.quantity ? `: ${words.quantity(row.quantity)}` : ""}
          {row.measure ? <span className="block text-ink-2">{t(`measures.${row.measure}`)}</span> : null}
        </a>
      ),
      kind: row.plain
        ? said(`kinds.${row.plain.kind}.new`)
        : t(row.solidarity ? "kinds.new_solidarity" : row.action ? "kinds.new_action" : `kinds.${row.kind}`),
      waiting: t("queue.waited", { days: Math.floor(row.waitedHours / 24), hours: row.waitedHours % 24 }),
      impact:
        row.reasons.length === 0 ? t("queue.ordinary") : row.reasons.map((reason) => t(`impact.${reason}`)).join("; "),
      approvals: t("queue.approvalsOf", { given: row.approvals, required: row.required }),
      author: row.isOwn ? <strong>{t("queue.own")}</strong> : row.author,
    },
  }));
  return (
    <StackedTable
      caption={t("queue.count", { count: rows.length })}
      columns={columns}
      rows={await Promise.all(lines)}
      empty={t("queue.empty")}
    />
  );
}
