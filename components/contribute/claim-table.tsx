import { getLocale, getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/ui/stacked-table";
import type { FigureRow, WaveRecord } from "@/lib/domain/wave-record";
import { plainText } from "@/lib/shared/i18n/local-text";
import { entryWords } from "./entry-words";

type Props = {
  caption: string;
  empty: string;
  record: WaveRecord;
  figures: FigureRow[];
  withMeasure?: boolean;
  captionHidden?: boolean;
};

/** Claims on record, each leading to its own page. */
export async function ClaimTable({ record, figures, withMeasure = false, ...table }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const words = await entryWords(locale);
  const columns = [
    { key: "id", label: t("moderated.column.id") },
    { key: "figure", label: t("moderated.column.figure") },
    ...(withMeasure ? [{ key: "measure", label: t("moderated.measure") }] : []),
    { key: "claimant", label: t("moderated.column.claimant") },
    { key: "when", label: t("moderated.column.when") },
    { key: "standing", label: t("moderated.column.standing") },
  ];
  const rows = figures.map((figure) => ({
    key: figure.id,
    cells: {
      id: <a href={`/${locale}/records/${figure.id}`}>{figure.id}</a>,
      figure: words.quantity(figure.quantity),
      measure: [t(`measures.${figure.measure}`), t(`bases.${figure.basis}`)].join(", "),
      claimant: [t(`claimants.${figure.claimant}`), plainText(figure.claimantNames, locale)].filter(Boolean).join(", "),
      when: words.moment(figure.asOf, record),
      standing: [t(`moderated.standing.${figure.standing}`), figure.disputed ? t("moderated.disputed") : ""]
        .filter(Boolean)
        .join(", "),
    },
  }));
  return <StackedTable isDense {...table} columns={columns} rows={rows} />;
}
