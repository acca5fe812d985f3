import { getTranslations } from "next-intl/server";
import type { BatchPage } from "@/lib/features/imports/view";
import type { DoubleLine } from "@/lib/features/imports/view/double-rows";
import { rangesOf } from "@/lib/features/imports/view/wrong-groups";
import { formatNumber } from "@/lib/shared/format/quantity";
import type { Locale } from "@/lib/shared/i18n/locales";

/** Which rows become no entry of their own, and the row or the entry that says the same. */
export async function DoubleRowsList({ page: { doubles }, locale }: { page: BatchPage; locale: Locale }) {
  const t = await getTranslations("imports.doubles");
  if (doubles.lines.length === 0) return null;
  return (
    <details className="mb-8 max-w-prose border-t border-rule pt-2">
      <summary className="min-h-11 py-2">{t("title")}</summary>
      <ul>
        {doubles.lines.map((line) => (
          <li key={line.rows[0]} className="py-1">
            <OneLine line={line} locale={locale} />
          </li>
        ))}
      </ul>
      {doubles.more > 0 ? <p>{t("more", { count: doubles.more, more: formatNumber(doubles.more, locale) })}</p> : null}
    </details>
  );
}

async function OneLine({ line: { rows, count, sameAs, entry }, locale }: { line: DoubleLine; locale: Locale }) {
  const t = await getTranslations("imports.doubles");
  const states = await getTranslations("entries.states");
  const which = { count, rows: count > rows.length ? `${rangesOf(rows)}…` : rangesOf(rows) };
  return (
    <>
      {sameAs === null ? t("asEntry", which) : t("asRow", { ...which, row: sameAs })}
      {entry === null ? null : (
        <>
          {" "}
          <a href={`/${locale}/contribute/${entry.id}`}>{t("entry", { state: states(entry.state) })}</a>
        </>
      )}
    </>
  );
}
