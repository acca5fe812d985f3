import { getLocale, getTranslations } from "next-intl/server";
import type { Neighbours } from "@/lib/features/entries/view/rows";

/** `selection`: what of the queue is gone through, as the query of an address. */
type Props = { neighbours: Neighbours; selection: string; canDecide: boolean };

/** Past what is to be read to the decision, and through the queue without deciding; past its end it begins anew. */
export async function QueueSteps({ neighbours: { before, after, first }, selection, canDecide }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("weighing");
  const next = after ?? first;
  const back = await getTranslations("entries.moderated");
  return (
    <nav aria-label={t("around")} className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
      <a href={`/${locale}/moderate${selection}`}>{back("back")}</a>
      {canDecide ? <a href="#decide">{t("toDecision")}</a> : null}
      {before === null ? null : (
        <a id="previous-entry" href={`/${locale}/moderate/${before}${selection}`}>
          {t("previous")}
        </a>
      )}
      {next === null ? null : (
        <a id="next-entry" href={`/${locale}/moderate/${next}${selection}`}>
          {t("next")}
        </a>
      )}
    </nav>
  );
}
