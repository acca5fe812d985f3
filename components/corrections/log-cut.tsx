import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { Correction } from "@/lib/features/corrections/view";
import { earlierThan, MOST_IN_FILE } from "@/lib/features/corrections/view/log-bounds";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { filterQuery, type ListFilter } from "@/lib/shared/search-params";

type Props = { shown: readonly Correction[]; filter: ListFilter; path: string; context: ReadingContext };

/** Above a log of very many corrections: how far back it goes, and the way to the earlier ones. */
export async function LogCut({ shown, filter, path, context }: Props) {
  const t = await getTranslations({ locale: context.locale, namespace: "large" });
  const last = shown.at(-1);
  if (last === undefined) return null;
  const day = context.fullDay(last.recordedAt);
  const earlier = earlierThan(last, filter);
  return (
    <Notice tone="note">
      <p>{t("log.cut", { shown: context.number(shown.length), day, file: context.number(MOST_IN_FILE) })}</p>
      <p className="mt-1">
        <a href={`${path}?${filterQuery(earlier)}`}>{t("log.earlier")}</a>
      </p>
    </Notice>
  );
}
