import type { CitationRow, SourceRow } from "@/lib/domain/wave-record";
import type { RecordsContext } from "./context";

/** One source as a claim rests on it, with the words it has for it. */
export type CitationView = {
  id: string;
  href: string;
  title: string;
  titleLanguage: string;
  publisher: string;
  kind: string;
  tier: string;
  language: string;
  published: string;
  url: string | null;
  archivedUrl: string | null;
  words: { text: string; language: string | null } | null;
  reliability: string | null;
  contradicts: boolean;
};

/** Citations that come from one origin, so that two papers with one text are not taken for two witnesses. */
export type SourceGroup = { key: string; origin: string | null; sentence: string | null; citations: CitationView[] };

/** Supporting sources first, then the contradicting ones; within each, those of one origin together. */
export function sourceGroups(citations: readonly CitationRow[], context: RecordsContext): SourceGroup[] {
  const cited = citations.flatMap((citation) => {
    const source = context.record.sources.find(({ id }) => id === citation.sourceId);
    return source ? [{ citation, source }] : [];
  });
  const keyOf = ({ citation, source }: (typeof cited)[number]) =>
    `${citation.contradicts ? "contradicts" : "supports"} ${source.origin ?? source.id}`;
  const groups = [...Map.groupBy(cited, keyOf)].map(([key, members]) => {
    const origin = members[0]?.source.origin ?? null;
    return {
      key,
      origin,
      sentence: originSentence(origin, members.length, context),
      citations: members.map(({ citation, source }) => citationView(citation, source, context)),
    };
  });
  return groups.sort((one, other) => Number(contradicts(one)) - Number(contradicts(other)));
}

export function contradicts(group: SourceGroup): boolean {
  return group.citations.some((citation) => citation.contradicts);
}

function originSentence(origin: string | null, count: number, context: RecordsContext): string | null {
  if (origin === null) return null;
  return context.words(count > 1 ? "sources.oneOrigin" : "sources.origin", { count, origin });
}

function citationView(citation: CitationRow, source: SourceRow, context: RecordsContext): CitationView {
  const { words } = context;
  return {
    id: source.id,
    href: context.recordHref(source.id),
    title: source.title,
    titleLanguage: source.language,
    publisher: source.publisher ?? words("sources.noPublisher"),
    kind: words(`sourceKind.${source.kind}`),
    tier: words(`tier.${source.tier}`),
    language: context.language(source.language),
    published: source.publishedOn === null ? words("sources.noDate") : context.date(source.publishedOn),
    url: source.url,
    archivedUrl: source.archivedUrl,
    words: citation.words === null ? null : { text: citation.words, language: citation.wordsLanguage },
    reliability: citation.reliability === null ? null : words(`reliability.${citation.reliability}`),
    contradicts: citation.contradicts,
  };
}
