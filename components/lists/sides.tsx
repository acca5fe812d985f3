import { DataTable } from "@/components/ui/data-table";
import type { SidesView } from "@/lib/features/figures/view/sides";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/** Who gave figures, how far apart they are, and the page read by one side's figures alone. */
export function Sides({ view, context }: { view: SidesView; context: ReadingContext }) {
  const { t, lens, through } = context;
  return (
    <>
      <p className="max-w-prose font-serif text-lg">{view.finding}</p>
      <p className="mt-3 text-sm text-ink-2">{t("sides.readBy")}</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 py-1 text-sm">
        <li>
          {lens.claimant === null ? (
            <strong aria-current="true">{t("sides.everybody")}</strong>
          ) : (
            <a href={through({ claimant: null }, view.everybody)}>{t("sides.everybody")}</a>
          )}
        </li>
        {view.lines.map(({ claimant, name, claims, href, isRead }) => (
          <li key={claimant}>
            {isRead ? <strong aria-current="true">{name}</strong> : <a href={href}>{name}</a>}{" "}
            <span className="text-ink-2">({claims})</span>
          </li>
        ))}
      </ul>
      {view.gaps.length > 0 ? (
        <div className="mt-4">
          <DataTable
            caption={t("sides.table")}
            columns={(["what", "when", "said", "gap"] as const).map((key) => ({ key, label: t(`sides.${key}`) }))}
            rows={view.gaps.map(({ key, about, when, measure, href, sides, gap }) => ({
              key,
              cells: {
                what: (
                  <a href={href}>
                    {measure}: {about}
                  </a>
                ),
                when,
                said: sides.map(({ name, amount }) => t("sides.says", { claimant: name, amount })).join("; "),
                gap,
              },
            }))}
            empty=""
          />
        </div>
      ) : null}
    </>
  );
}
