import { getLocale, getTranslations } from "next-intl/server";
import type { OwnRow } from "@/lib/features/entries/view/own-entries";
import { typedMoment } from "@/lib/features/entries/view/typed-moment";
import { entryTitle } from "./entry-title";
import { entryWords } from "./entry-words";
import { StackedTable } from "./stacked-table";

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
  /** What tells it from others with the same title: when, and who claims it. */
  const toldApart = ({ input, solidarity, action, plain }: OwnRow) => {
    const typed = input ?? solidarity?.input ?? action?.input ?? plain?.input;
    const when = typed && typedMoment(typed);
    const claimant = typed && "claimant" in typed && typed.claimant !== "" ? t(`claimants.${typed.claimant}`) : "";
    return [when ? words.typed(when) : "", claimant].filter(Boolean).join(", ");
  };
  const rows = entries.map(async (entry) => ({
    key: entry.id,
    cells: {
      what: (
        <>
          {unseen.includes(entry.id) ? <strong className="me-2 border border-ink px-1">{own("unseen")}</strong> : null}
          <a href={`/${locale}/contribute/${entry.id}`}>{await titleOf(entry)}</a>
          <span className="block text-sm text-ink-2">{toldApart(entry)}</span>
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
