import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { stillWithheld } from "@/lib/domain/withholding";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";

/** Where numbers are added: that records are withheld and in none of them, with the way to each. */
export async function WithheldCount({ context }: { context: ReadingContext }) {
  const whole = stillWithheld(context.record.withheld).filter(({ scope }) => scope === "record");
  const ids = whole.map(({ recordId }) => recordId);
  if (ids.length === 0) return null;
  const t = await getTranslations({ locale: context.locale, namespace: "review.withheld" });
  return (
    <Notice tone="note">
      <p>
        {t("counted", { count: ids.length })}{" "}
        {ids.map((id, index) => (
          <span key={id}>
            {index > 0 ? ", " : null}
            <a href={context.recordHref(id)}>{id}</a>
          </span>
        ))}
      </p>
    </Notice>
  );
}
