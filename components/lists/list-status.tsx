import { Notice } from "@/components/ui/notice";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import type { DroppedValue } from "@/lib/shared/search-params";

type Props = { shown: number; total: number; csv: string; dropped: readonly DroppedValue[]; context: ReadingContext };

/** How much of the list is shown, what of the address could not be used, and the same rows as a file. */
export function ListStatus({ shown, total, csv, dropped, context }: Props) {
  const { t } = context;
  return (
    <>
      {dropped.length > 0 ? (
        <Notice tone="note" title={t("filter.dropped")}>
          <ul>
            {dropped.map(({ name, value }) => (
              <li key={name}>
                {t(`filter.${name}`)}: <q>{value}</q>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <p className="mb-6 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm text-ink-2">
        <span>{shown === total ? t("list.all", { count: total }) : t("list.some", { shown, total })}</span>
        <a href={csv} download>
          {t("list.csv")}
        </a>
      </p>
      {shown === 0 ? <p className="py-6">{t("list.empty")}</p> : null}
    </>
  );
}
