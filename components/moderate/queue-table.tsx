import { getLocale, getTranslations } from "next-intl/server";
import { toldApart } from "@/components/contribute/told-apart";
import { StackedTable } from "@/components/ui/stacked-table";
import type { QueueRow } from "@/lib/features/entries/view/queue";
import { entryLine } from "./entry-line";

/** `selection`: what of the queue they were chosen by, as the query of an address; their own addresses carry it on. */
type Props = { rows: QueueRow[]; caption: string; empty: string; selection?: string };

/** Entries with how long each has waited, what it will need, who is at it and what became of its author's others. */
export async function QueueTable({ rows, caption, empty, selection = "" }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const queue = await getTranslations("queue.list");
  const personal = await getTranslations("audit.personal");
  const { titleOf, kindOf } = await entryLine(locale);
  const apart = await toldApart(locale);
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
        <a href={`/${locale}/moderate/${row.id}${selection}`}>
          {await titleOf(row)}
          <span className="block text-ink-2">{apart(row)}</span>
          {row.measure ? <span className="block text-ink-2">{t(`measures.${row.measure}`)}</span> : null}
          {row.atIt ? (
            <strong className="block font-semibold text-ink">
              {row.atIt.isSelf ? queue("selfAtIt") : queue("atIt", { handle: row.atIt.handle })}
            </strong>
          ) : null}
          {row.alike > 0 ? (
            <strong className="block font-semibold text-ink">{queue("alike", { count: row.alike })}</strong>
          ) : null}
          {row.isPersonal ? (
            <strong className="mt-1 block w-fit border-s-4 border-danger ps-2 font-semibold text-danger">
              {personal("title")}
            </strong>
          ) : null}
        </a>
      ),
      kind: kindOf(row),
      waiting: t("queue.waited", { days: Math.floor(row.waitedHours / 24), hours: row.waitedHours % 24 }),
      impact:
        row.reasons.length === 0 ? t("queue.ordinary") : row.reasons.map((reason) => t(`impact.${reason}`)).join("; "),
      approvals: t("queue.approvalsOf", { given: row.approvals, required: row.required }),
      author: (
        <>
          {row.isOwn ? <strong>{t("queue.own")}</strong> : row.author}
          <span className="block text-ink-2">
            {row.authorRecord.published + row.authorRecord.rejected === 0
              ? queue("recordNone")
              : queue("record", row.authorRecord)}
          </span>
        </>
      ),
    },
  }));
  return <StackedTable caption={caption} columns={columns} rows={await Promise.all(lines)} empty={empty} />;
}
