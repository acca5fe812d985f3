import { getLocale, getTranslations } from "next-intl/server";
import { entryWords } from "@/components/contribute/entry-words";
import { PageLinks } from "@/components/ui/page-links";
import { StackedTable } from "@/components/ui/stacked-table";
import type { LogFilter } from "@/lib/features/audit/schema";
import { type AuditPage, isNarrowed, logQuery } from "@/lib/features/audit/view";
import type { Locale } from "@/lib/shared/i18n/locales";
import { logWords } from "./log-words";
import { LoggedObject } from "./logged-object";

type Props = {
  log: AuditPage;
  filter: LogFilter;
  /** What entries are about, by their ids. */
  titles: ReadonlyMap<string, string>;
};

/** Of sessions the log keeps the hour, and mostly not whose they are. */
function isOfSession({ objectType }: Pick<AuditPage["rows"][number], "objectType">): boolean {
  return objectType === "session";
}

/** The log, newest first, a page at a time by plain links. */
export async function AuditTable({ log, filter, titles }: Props) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("audit.log");
  const words = await entryWords(locale);
  const said = await logWords(locale);
  const columns = [
    { key: "seq", label: t("seq"), numeric: true },
    { key: "at", label: t("at") },
    { key: "actor", label: t("actor") },
    { key: "verb", label: t("verb") },
    { key: "object", label: t("object") },
    { key: "hash", label: t("hash") },
  ];
  const rows = log.rows.map((row) => ({
    key: String(row.seq),
    cells: {
      seq: row.seq,
      at: (
        <span className="block @2xl:min-w-44">
          {isOfSession(row) ? t("hourOf", { at: words.at(row.at) }) : words.at(row.at)}
        </span>
      ),
      actor: row.isSystem ? t(isOfSession(row) ? "unkept" : "system") : (row.actorHandle ?? t("gone")),
      verb: said.act(row.verb) ?? <code>{row.verb}</code>,
      object: <LoggedObject row={row} titles={titles} kind={said.kind(row.objectType) ?? row.objectType} />,
      hash: <code title={row.hash}>{row.hash.slice(0, 12)}</code>,
    },
  }));
  const { page, pages, total, all } = log;
  const narrowed = isNarrowed(filter);
  const pathOf = (wanted: number) => `/${locale}/moderate/log${logQuery(filter, wanted)}`;
  return (
    <>
      <StackedTable
        caption={narrowed ? t("narrowed", { total, all }) : t("count", { count: total })}
        isDense
        columns={columns}
        rows={rows}
        empty={narrowed ? t("noneFits") : t("empty")}
      />
      <PageLinks
        label={t("pages")}
        here={t("page", { page, pages })}
        previous={page > 1 ? { href: pathOf(page - 1), label: t("newer") } : null}
        next={page < pages ? { href: pathOf(page + 1), label: t("older") } : null}
      />
    </>
  );
}
