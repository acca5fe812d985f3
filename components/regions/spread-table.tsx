import { RegionTable } from "@/components/map/region-table";
import type { SpreadView } from "@/lib/features/regions/view/spread";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/** The map in words: every region, also those of which nothing is known. */
export function SpreadTable({ view, context }: { view: SpreadView; context: ReadingContext }) {
  const { t } = context;
  const columns = {
    region: t("spread.column.region"),
    states: t("spread.column.states"),
    since: t("spread.column.since"),
    claims: t("spread.column.claims"),
  };
  const rows = view.regions.map(({ code, name, href, words, summary, since, claims }) => {
    return { code, name, href, states: [words, summary].filter(Boolean).join("; "), since, claims };
  });
  return <RegionTable caption={view.finding} columns={columns} rows={rows} none={t("spread.noneInRecord")} />;
}
