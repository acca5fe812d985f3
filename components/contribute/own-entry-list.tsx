import { getLocale, getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/ui/stacked-table";
import type { OwnRow } from "@/lib/features/entries/view/own-entries";
import { entryTitle } from "./entry-title";
import { entryWords } from "./entry-words";
import { toldApart } from "./told-apart";

/** Every entry with where it stands, why, and what to do next. */
export async function OwnEntryList({ entries, unseen }: { entries: OwnRow[]; unseen: readonly string[] }) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const own = await getTranslations("queue.own");
  const words = await entryWords(locale);
  const columns = [
    { key: "what", label: t("contribute.what") },
    { key: "state", label: t("contribute.state") },
    { key: "next", label: t("contribute.next") },
    { key: "changed", label: t("contribute.changed") },
  ];
  const titleOf = async (entry: OwnRow) => {
    const named = (await entryTitle(entry, locale, false)) ?? t("contribute.unfinished");
    // Of a record of a plain kind its number stands in its title.
    const amount = entry.quantity && !entry.plain ? words.quantity(entry.quantity) : "";
    const title = [named, amount].filter(Boolean).join(": ");
    return entry.correction ? `${t(`kinds.${entry.correction.input.kind}`)}, ${title}` : title;
  };
  const apart = await toldApart(locale);
  const rows = entries.map(async (entry) => ({
    key: entry.id,
    cells: {
      what: (
        <>
          {unseen.includes(entry.id) ? <strong className="me-2 border border-ink px-1">{own("unseen")}</strong> : null}
          <a href={`/${locale}/contribute/${entry.id}`}>{await titleOf(entry)}</a>
          <span className="block text-sm text-ink-2">{apart(entry)}</span>
        </>
      ),
      state: (
        <>
          {t(`states.${entry.state}`)}
          {entry.reason ? <span className="block text-ink-2">{entry.reason}</span> : null}
        </>
      ),
      next: t(`nextSteps.${entry.nextStep}`),
      changed: words.at(entry.updatedAt),
    },
  }));
  return (
    <StackedTable
      caption={t("contribute.list")}
      captionHidden
      columns={columns}
      rows={await Promise.all(rows)}
      empty={t("contribute.none")}
    />
  );
}
