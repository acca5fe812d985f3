import { getLocale, getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/contribute/stacked-table";
import type { BulkItemRow } from "@/lib/features/entries/view/bulk";
import type { QueueRow } from "@/lib/features/entries/view/queue";
import type { Locale } from "@/lib/shared/i18n/locales";
import { BulkChange } from "./bulk-change";
import { entryLine } from "./entry-line";

type Props = { items: readonly BulkItemRow[]; rows: readonly QueueRow[] };

/** Entries of a bulk decision, one by one: what was foreseen of each, how it ended, and where it stands now. */
export async function BulkItems({ items, rows }: Props) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("queue.bulk");
  const entries = await getTranslations("entries");
  const byId = new Map(rows.map((row) => [row.id, row]));
  const desk = await getTranslations("moderate-desk.bulk");
  const { titleOf } = await entryLine(locale);
  const columns = [
    { key: "entry", label: t("entry") },
    { key: "change", label: desk("change") },
    ...(["foreseen", "outcome", "state"] as const).map((key) => ({ key, label: t(key) })),
  ];
  const why = (because: string) => t(`because.${because}` as "because.failed");
  const lines = items.map(async ({ entryId, entryVersion, foresees, outcome, because }) => {
    const row = byId.get(entryId);
    const left = because === null ? t("pending") : why(because);
    return {
      key: entryId,
      cells: {
        entry: (
          <a href={`/${locale}/moderate/${entryId}`}>
            {row ? await titleOf(row) : entries("moderated.unnamed")}
            <span className="block text-ink-2">
              {[row?.author, t("version", { version: entryVersion })].filter(Boolean).join(", ")}
            </span>
          </a>
        ),
        change: row ? <BulkChange row={row} to={foresees} /> : "",
        foreseen: foresees === null ? "–" : t("foreseenTo", { state: entries(`states.${foresees}`) }),
        outcome: outcome === "decided" ? t("decided") : left,
        state: row ? entries(`states.${row.state}`) : "",
      },
    };
  });
  return <StackedTable caption={t("list")} columns={columns} rows={await Promise.all(lines)} empty={t("willNone")} />;
}
