import { getLocale, getTranslations } from "next-intl/server";
import { StackedTable } from "@/components/ui/stacked-table";
import type { WaveLine } from "@/lib/features/preparation/view";

/** Every wave with its state, drafts too. */
export async function WaveList({ waves }: { waves: readonly WaveLine[] }) {
  const locale = await getLocale();
  const t = await getTranslations("preparation.waves");
  const columns = (["name", "country", "days", "state"] as const).map((key) => ({ key, label: t(key) }));
  const rows = waves.map(({ id, code, name, country, days, state, synthetic, href }) => ({
    key: id,
    cells: {
      name: (
        <a href={`/${locale}/admin/waves/${id}`} className="font-semibold">
          {name} ({code})
        </a>
      ),
      country,
      days:
        days.last === null ? t("goesOn", { first: days.first }) : t("fromTo", { first: days.first, last: days.last }),
      state: (
        <>
          {t(`states.${state}`)}
          {synthetic ? `, ${t("synthetic")}` : ""}
          {href ? (
            <>
              {" "}
              <a href={href} className="inline-block">
                {t("readIt")}
              </a>
            </>
          ) : null}
        </>
      ),
    },
  }));
  return <StackedTable caption={t("title")} captionHidden columns={columns} rows={rows} empty={t("none")} />;
}
