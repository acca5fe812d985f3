import { getLocale, getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/corrections/change-list";
import { kindOf } from "@/lib/domain/record-diff";
import { changeView } from "@/lib/features/corrections/view/change-words";
import type { CorrectionEntry } from "@/lib/features/entries/view/correction-entry";
import { saidOf } from "./said";

/** `isOpen`: not decided yet, so that another revision of the record stands in its way. `isOwn`: shown to its author. */
type Props = { entry: CorrectionEntry; isOpen: boolean; isOwn?: boolean };

/** What a correction proposes: each field before and after, the reason readers will see, and what it rests on. */
export async function ProposedChanges({ entry, isOpen, isOwn = false }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("corrections");
  const { record, base, now, changes, input } = entry;
  const said = await saidOf(record, locale);
  const kind = kindOf(base);
  return (
    <section aria-labelledby="proposed" className="mb-8 max-w-3xl">
      <h2 id="proposed" className="mb-3 text-2xl">
        {t("review.proposed")}
      </h2>
      {isOpen && entry.isBehind ? (
        <p className="mb-3 border-s-4 border-danger bg-paper-2 px-4 py-3 font-semibold">
          {now.state === "retracted"
            ? t("review.overtaken")
            : t(isOwn ? "review.behindOwn" : "review.behind", { base: input.baseRevision, now: now.revision })}
        </p>
      ) : null}
      {changes.length === 0 ? (
        <p className="text-ink-2">{t("review.nothing")}</p>
      ) : (
        <ChangeList changes={changes.map((change) => changeView(change, kind, said))} words={said.words} />
      )}
      <dl className="mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        <dt className="text-ink-2">{t("fields.reason")}</dt>
        <dd className="whitespace-pre-line" lang={input.reasonLanguage || undefined}>
          {input.reason}
        </dd>
        <dt className="text-ink-2">{t("review.grounds")}</dt>
        <dd>
          <Grounds entry={entry} />
        </dd>
        <dt className="text-ink-2">{t("form.record")}</dt>
        <dd>
          <a href={`/${locale}/records/${now.id}`}>{t("review.record")}</a>
        </dd>
      </dl>
    </section>
  );
}

async function Grounds({ entry: { grounds, input, record } }: { entry: CorrectionEntry }) {
  const locale = await getLocale();
  const t = await getTranslations("corrections");
  if (grounds.sources.length === 0) return input.grounds === "cited" ? t("form.citedItself") : t("review.none");
  return (
    <ul>
      {grounds.sources.map(({ existing, added, words, wordsLanguage }) => (
        <li key={existing ?? added?.url ?? added?.title}>
          {existing ? (
            <a href={`/${locale}/records/${existing}`}>
              {record.sources.find(({ id }) => id === existing)?.title ?? existing}
            </a>
          ) : (
            <>
              {added?.url ? (
                <a href={added.url} rel="noreferrer noopener">
                  {added.title}
                </a>
              ) : (
                added?.title
              )}{" "}
              ({t("review.newSource")})
            </>
          )}
          {words ? (
            <q className="block" lang={wordsLanguage ?? undefined}>
              {words}
            </q>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
