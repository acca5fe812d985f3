import { getLocale, getTranslations } from "next-intl/server";
import { EntrySources } from "@/components/contribute/entry-sources";
import { entryWords } from "@/components/contribute/entry-words";
import { type ActionWords, actionLabel } from "@/lib/features/actions/view";
import type { ActionEntry } from "@/lib/features/entries/view/action-entry";
import { zoneOf } from "@/lib/features/entries/view/form-choices";
import type { Locale } from "@/lib/shared/i18n/locales";
import { LookAt } from "./look-at";

/** A proposed action among those on record: what to look at, what it may repeat, what it rests on. */
export async function BesideAction({ entry }: { entry: ActionEntry }) {
  const locale = (await getLocale()) as Locale;
  const t = await getTranslations("entries");
  const words = await entryWords(locale);
  const actionWords = (await getTranslations("pages.action")) as unknown as ActionWords;
  const { notes, similar, record, proposal, sources } = entry;
  return (
    <>
      <LookAt notes={notes} />
      <h2 className="mt-8 mb-2 text-2xl">{t("action.similar")}</h2>
      {similar.length === 0 ? <p className="text-ink-2">{t("action.noSimilar")}</p> : null}
      <ul className="list-disc ps-5">
        {similar.map((action) => (
          <li key={action.id}>
            <a href={`/${locale}/records/${action.id}`}>{actionLabel(action, record, locale, actionWords)}</a> (
            {action.id}, {words.moment(action.period.start, record, zoneOf(record, action))})
          </li>
        ))}
      </ul>
      <h2 className="mt-8 mb-2 text-2xl">{t("moderated.sources")}</h2>
      <EntrySources sources={proposal?.sources ?? []} checks={sources} />
    </>
  );
}
