import { getLocale, getTranslations } from "next-intl/server";
import { EntrySources } from "@/components/contribute/entry-sources";
import { entryWords } from "@/components/contribute/entry-words";
import type { SolidarityEntry } from "@/lib/features/entries/view/solidarity-entry";
import { plainText } from "@/lib/shared/i18n/local-text";
import { LookAt } from "./look-at";

/** A proposed act of support among those on record: what to look at, what it may repeat, what it rests on. */
export async function BesideSolidarity({ entry }: { entry: SolidarityEntry }) {
  const locale = await getLocale();
  const t = await getTranslations("entries");
  const words = await entryWords(locale);
  const { notes, similar, record, proposal, sources } = entry;
  return (
    <>
      <LookAt notes={notes} />
      <h2 className="mt-8 mb-2 text-2xl">{t("solidarity.similar")}</h2>
      {similar.length === 0 ? <p className="text-ink-2">{t("solidarity.noSimilar")}</p> : null}
      <ul className="list-disc ps-5">
        {similar.map(({ id, text, givenAt }) => (
          <li key={id}>
            <a href={`/${locale}/records/${id}`}>{plainText(text, locale)}</a> ({id}, {words.moment(givenAt, record)})
          </li>
        ))}
      </ul>
      <h2 className="mt-8 mb-2 text-2xl">{t("moderated.sources")}</h2>
      <EntrySources sources={proposal?.sources ?? []} checks={sources} />
    </>
  );
}
