import { getLocale, getTranslations } from "next-intl/server";
import { toldApart } from "@/components/contribute/told-apart";
import { WarningList } from "@/components/contribute/warning-list";
import { StackedTable } from "@/components/ui/stacked-table";
import type { EntryWarning } from "@/lib/domain/entry-warnings";
import type { BulkItemRow } from "@/lib/features/entries/view/bulk";
import type { Together } from "@/lib/features/entries/view/bulk-together";
import type { QueueRow } from "@/lib/features/entries/view/queue";
import type { Locale } from "@/lib/shared/i18n/locales";
import { BulkChange } from "./bulk-change";
import { entryLine } from "./entry-line";
import { notesOf } from "./look-at";

type Props = {
  items: readonly BulkItemRow[];
  rows: readonly QueueRow[];
  together: ReadonlyMap<string, Together>;
  /** What the page of each would tell to look at, beside what its own notes say. */
  warnings: ReadonlyMap<string, readonly EntryWarning[]>;
};

/** Entries of a bulk decision, one by one: what was foreseen of each, how it ended, and where it stands now. */
export async function BulkItems({ items, rows, together, warnings }: Props) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("queue.bulk");
  const entries = await getTranslations("entries");
  const byId = new Map(rows.map((row) => [row.id, row]));
  const desk = await getTranslations("moderate-desk.bulk");
  const { titleOf } = await entryLine(locale);
  const apart = await toldApart(locale);
  const columns = [
    { key: "entry", label: t("entry") },
    { key: "change", label: desk("change") },
    ...(["foreseen", "outcome", "state"] as const).map((key) => ({ key, label: t(key) })),
  ];
  const why = (because: string) => t(`because.${because}` as "because.stale_version", { count: 1 });
  const lines = items.map(async ({ entryId, entryVersion, foresees, outcome, because }) => {
    const row = byId.get(entryId);
    const left = because === null ? t("pending") : why(because);
    return {
      key: entryId,
      cells: {
        entry: (
          <a href={`/${locale}/moderate/${entryId}`}>
            {row ? await titleOf(row) : entries("moderated.unnamed")}
            {row ? <span className="block text-ink-2">{apart(row)}</span> : null}
            <span className="block text-ink-2">
              {[row?.author, t("version", { version: entryVersion })].filter(Boolean).join(", ")}
            </span>
          </a>
        ),
        change: row ? (
          <>
            <Change row={row} item={{ foresees, outcome }} together={together.get(entryId)} />
            {outcome === null ? <ToLookAt row={row} warnings={warnings.get(entryId) ?? []} /> : null}
          </>
        ) : (
          ""
        ),
        foreseen: foresees === null ? "–" : t("foreseenTo", { state: entries(`states.${foresees}`) }),
        outcome: outcome === "decided" ? t("decided") : left,
        state: row ? entries(`states.${row.state}`) : "",
      },
    };
  });
  return <StackedTable caption={t("list")} columns={columns} rows={await Promise.all(lines)} empty={t("willNone")} />;
}

/** What its own page would tell to look at before deciding. */
async function ToLookAt({ row, warnings }: { row: QueueRow; warnings: readonly EntryWarning[] }) {
  const t = await getTranslations("entries.notes");
  const notes = notesOf(row);
  if (notes.length + warnings.length === 0) return null;
  return (
    <div className="mt-2 border-s-4 border-ink ps-2">
      <strong className="block font-semibold">{t("title")}</strong>
      {notes.map((note) => (
        <span key={note} className="block">
          {note === "contradicts_claims" ? t(note, { ids: row.comparison?.contradicted.join(", ") ?? "" }) : t(note)}
        </span>
      ))}
      {warnings.length > 0 ? <WarningList warnings={warnings} /> : null}
    </div>
  );
}

type ChangeProps = { row: QueueRow; item: Pick<BulkItemRow, "foresees" | "outcome">; together: Together | undefined };

/** What was decided has been foreseen as it stood then: computed now it would find itself on record. */
async function Change({ row, item: { foresees, outcome }, together }: ChangeProps) {
  const t = await getTranslations("moderate-desk.bulk");
  if (outcome === "decided" && foresees === "published") return t("isPublic");
  return <BulkChange row={row} to={foresees} together={together} />;
}
