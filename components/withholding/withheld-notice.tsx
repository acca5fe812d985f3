import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { WithheldRow } from "@/lib/domain/wave-record";
import { stillWithheld, WITHHOLDING_HOURS } from "@/lib/domain/withholding";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/** On a record's page: that something of it is withheld, since when and for which general reason. */
export async function WithheldNotice({ id, context }: { id: string; context: ReadingContext }) {
  const rows = stillWithheld(context.record.withheld).filter(({ recordId }) => recordId === id);
  return rows.map((row) => (
    <One key={`${row.scope} ${row.since} ${row.parts.join(" ")}`} row={row} context={context} />
  ));
}

async function One({ row, context }: { row: WithheldRow; context: ReadingContext }) {
  const t = await getTranslations({ locale: context.locale, namespace: "review.withheld" });
  const said = { since: context.fullDay(row.since), ground: t(`ground.${row.ground}`) };
  return (
    <Notice tone="note" title={t(`title.${row.scope}`)}>
      <p>{t(`text.${row.scope}`, said)}</p>
      <p>{row.confirmed ? t("confirmed") : t("open", { hours: WITHHOLDING_HOURS })}</p>
    </Notice>
  );
}
