import { getLocale, getTranslations } from "next-intl/server";
import type { Neighbours } from "@/lib/features/entries/view/rows";

type Props = { neighbours: Neighbours; canDecide: boolean };

/** Past what is to be read to the decision, and through the queue without deciding; past its end it begins anew. */
export async function QueueSteps({ neighbours: { before, after, first }, canDecide }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("weighing");
  const next = after ?? first;
  const back = await getTranslations("entries.moderated");
  return (
    <nav aria-label={t("around")} className="mb-4 flex flex-wrap gap-x-6 gap-y-2">
      <a href={`/${locale}/moderate`}>{back("back")}</a>
      {canDecide ? <a href="#decide">{t("toDecision")}</a> : null}
      {before === null ? null : (
        <a id="previous-entry" href={`/${locale}/moderate/${before}`}>
          {t("previous")}
        </a>
      )}
      {next === null ? null : (
        <a id="next-entry" href={`/${locale}/moderate/${next}`}>
          {t("next")}
        </a>
      )}
    </nav>
  );
}
