import { getLocale, getTranslations } from "next-intl/server";
import { entryTitle } from "@/components/contribute/entry-title";
import { entryWords } from "@/components/contribute/entry-words";
import { StackedTable } from "@/components/contribute/stacked-table";
import type { BulkItemRow } from "@/lib/features/entries/view/bulk";
import type { QueueRow } from "@/lib/features/entries/view/queue";

type Props = { items: readonly BulkItemRow[]; rows: readonly QueueRow[] };

/** Entries of a bulk decision, one by one: what was foreseen of each, how it ended, and where it stands now. */
export async function BulkItems({ items, rows }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("queue.bulk");
  const entries = await getTranslations("entries");
  const words = await entryWords(locale);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const columns = (["entry", "foreseen", "outcome", "state"] as const).map((key) => ({ key, label: t(key) }));
  const why = (because: string) => t(`because.${because}` as "because.failed");
  const lines = items.map(async ({ entryId, entryVersion, foresees, outcome, because }) => {
    const row = byId.get(entryId);
    const left = because === null ? t("pending") : why(because);
    return {
      key: entryId,
      cells: {
        entry: (
          <a href={`/${locale}/moderate/${entryId}`}>
            {(row && (await entryTitle(row, locale))) ?? entries("moderated.unnamed")}
            {row?.quantity ? `: ${words.quantity(row.quantity)}` : ""}
            <span className="block text-ink-2">
              {[row?.author, t("version", { version: entryVersion })].filter(Boolean).join(", ")}
            </span>
          </a>
        ),
        foreseen: foresees === null ? "–" : t("foreseenTo", { state: entries(`states.${foresees}`) }),
        outcome: outcome === "decided" ? t("decided") : left,
        state: row ? entries(`states.${row.state}`) : "",
      },
    };
  });
  return <StackedTable caption={t("list")} columns={columns} rows={await Promise.all(lines)} empty={t("willNone")} />;
}
