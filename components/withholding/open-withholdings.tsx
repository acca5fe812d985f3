import { getLocale, getTranslations } from "next-intl/server";
import { entryWords } from "@/components/contribute/entry-words";
import type { WithholdingRow } from "@/lib/features/withholdings/view";

/** What is withheld and waits for a second moderator, that which lapses first before the others. */
export async function OpenWithholdings({ open }: { open: WithholdingRow[] }) {
  const locale = await getLocale();
  const t = await getTranslations("review.records");
  const words = await entryWords(locale);
  return (
    <section>
      <h2 className="mb-2 text-2xl">{t("waiting")}</h2>
      {open.length === 0 ? <p className="text-ink-2">{t("noneWaiting")}</p> : null}
      <ul className="max-w-prose">
        {open.map(({ id, recordId, by, lapsesAt }) => (
          <li key={id} className="border-b border-rule py-3">
            <a href={`/${locale}/moderate/records/${recordId}`}>
              {t("line", { id: recordId, by, lapses: words.at(lapsesAt) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
