import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { EntryState } from "@/lib/domain/entry";

type Props = {
  decided: { state: EntryState; recordId: string | null } | null;
  isNextBelow?: boolean;
  /** Nothing else of the selection is left for whoever decided. */
  isThrough?: boolean;
};

/** What became of the entry decided a moment ago. */
export async function DecidedNotice({ decided, isNextBelow = false, isThrough = false }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  if (decided === null) return null;
  const { state, recordId } = decided;
  return (
    <Notice tone="done">
      <p>{t("queue.decided", { state: t(`states.${state}`) })}</p>
      {recordId ? (
        <p>
          <a href={`/${locale}/records/${recordId}`}>{t("queue.decidedRecord", { id: recordId })}</a>
        </p>
      ) : null}
      {isNextBelow || isThrough ? (
        <p className="mt-3 border-t border-rule-2 pt-2 font-semibold">
          {t(isThrough ? "queue.through" : "queue.nextBelow")}
        </p>
      ) : null}
    </Notice>
  );
}
