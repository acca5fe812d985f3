import { getLocale, getTranslations } from "next-intl/server";
import type { SourceProposal } from "@/lib/features/entries/schema/source";
import type { SourceCheck } from "@/lib/features/entries/view/comparison";

type Props = { sources: readonly SourceProposal[]; checks: readonly SourceCheck[] };

/** The sources proposed, each with whether it is on record and, for moderators, whether it repeats one that already counts. */
export async function EntrySources({ sources, checks }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("entries.moderated");
  const cited = await getTranslations("record.sources");
  return (
    <ul className="mb-6 max-w-prose">
      {sources.map(({ added, existing, words, wordsLanguage }, slot) => {
        const check = checks[slot];
        const title = added?.title ?? check?.known?.title ?? existing;
        const url = added?.url ?? check?.known?.url ?? null;
        const known = check?.known ?? null;
        return (
          <li key={`${existing ?? added?.url ?? added?.title}`} className="border-b border-rule py-3">
            {url ? (
              <a href={url} rel="noreferrer noopener" className="font-semibold">
                {title}
              </a>
            ) : (
              <span className="font-semibold">{title}</span>
            )}
            <span className="block text-sm text-ink-2">
              {[added?.publisher ?? known?.publisher, t("tier", { tier: known?.tier ?? added?.tier ?? "two" })]
                .filter(Boolean)
                .join(", ")}
              {", "}
              {known ? <a href={`/${locale}/records/${known.id}`}>{t("knownAs", { id: known.id })}</a> : t("newSource")}
              {known?.archivedUrl ? (
                <>
                  {", "}
                  <a href={known.archivedUrl} rel="noreferrer noopener">
                    {cited("archived")}
                  </a>
                </>
              ) : null}
            </span>
            {added?.description ? <p className="whitespace-pre-line">{added.description}</p> : null}
            {words ? <q lang={wordsLanguage ?? "und"}>{words}</q> : null}
            {check && check.sameOrigin.length > 0 ? (
              <p className="font-semibold">{t("sameOrigin", { ids: check.sameOrigin.join(", ") })}</p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
