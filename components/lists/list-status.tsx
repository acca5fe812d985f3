import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import type { FilterName } from "@/lib/shared/search-params";
import { LeftOutNotice } from "./left-out-notice";

type Props = {
  shown: number;
  total: number;
  csv: string;
  leftOut: readonly FilterName[];
  context: ReadingContext;
  nothing?: string | undefined;
};

/** How much of the list is shown, what of the address could not be used, and the same rows as a file. */
export function ListStatus({ shown, total, csv, leftOut, context, nothing }: Props) {
  const { t } = context;
  return (
    <>
      <LeftOutNotice title={t("filter.dropped")} names={leftOut.map((name) => t(`filter.${name}`))} />
      <p className="mb-6 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm text-ink-2">
        {total === 0 ? null : (
          <span>{shown === total ? t("list.all", { count: total }) : t("list.some", { shown, total })}</span>
        )}
        <a href={csv} download>
          {t("list.csv")}
        </a>
      </p>
      {shown === 0 ? <p className="py-6">{nothing ?? t(total === 0 ? "list.none" : "list.empty")}</p> : null}
    </>
  );
}
