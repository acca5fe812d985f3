import { getTranslations } from "next-intl/server";
import { fieldLabels } from "@/components/contribute/field-labels";
import { changedSince } from "@/lib/features/entries/view/moderated-entry";
import type { ModeratedEntryRow } from "@/lib/features/entries/view/rows";

/** What its author changed since the moderator who reads this last had it before them, field by field. */
export async function SinceLooked({ row, seenBefore }: { row: ModeratedEntryRow; seenBefore: number | null }) {
  const t = await getTranslations("weighing.looked");
  const labelOf = await fieldLabels();
  const since = changedSince(row, seenBefore);
  if (since === null) return null;
  return (
    <section aria-labelledby="since-looked" className="mb-6 max-w-3xl border-s-4 border-ink bg-paper-2 px-4 py-3">
      <h2 id="since-looked" className="text-xl">
        {t("title")}
      </h2>
      <p className="mb-2 text-ink-2">{t("lead", { seen: since.version, now: row.version })}</p>
      {since.differences.length === 0 ? <p>{t("nothing")}</p> : null}
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        {since.differences.map(({ field, before, after }) => (
          <div key={field} className="contents">
            <dt className="text-ink-2">{labelOf(field)}</dt>
            <dd className="break-words whitespace-pre-line">
              <del className="block text-ink-2">{t("was", { before: before || t("empty") })}</del>
              <ins className="block font-semibold no-underline">{t("now", { after: after || t("empty") })}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
