import type { SolidarityItem } from "@/lib/features/solidarity/view";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { ItemRow } from "./item-row";

/** Who stood by whom, and how. */
export function SolidarityRow({ item, context }: { item: SolidarityItem; context: ReadingContext }) {
  const { t } = context;
  return (
    <ItemRow item={item} context={context}>
      <p className="text-sm">{t("solidarity.from", { who: item.from, country: item.country })}</p>
      <p className="text-sm">
        {item.to ? (
          <>
            {t("solidarity.to")} <a href={item.to.href}>{item.to.title}</a>
          </>
        ) : (
          t("solidarity.toWave")
        )}
      </p>
      {item.as ? (
        <p className="text-sm">
          {t("solidarity.as")} <a href={item.as.href}>{item.as.title}</a>
        </p>
      ) : null}
      {item.amount ? <p className="text-sm">{t("solidarity.amount", { amount: item.amount })}</p> : null}
    </ItemRow>
  );
}
