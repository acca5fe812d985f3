import { publishedOf } from "@/lib/domain/published";
import type { CitationRow, SourceKind, SourceRow } from "@/lib/domain/wave-record";
import type { Facets } from "@/lib/features/waves/view/facets";
import { workforceSlugs } from "@/lib/features/waves/view/facets";
import { type ListFile, listFile } from "@/lib/features/waves/view/list-columns";
import type { ReadingContext } from "@/lib/features/waves/view/reading-context";
import { languageName } from "@/lib/shared/i18n/languages";

export type SourceItem = {
  id: string;
  href: string;
  title: string;
  language: string;
  /** Null where it is not known. */
  languageName: string | null;
  publisher: string | null;
  kind: SourceKind;
  kindLabel: string;
  tier: SourceRow["tier"];
  publishedOn: string | null;
  url: string | null;
  archivedUrl: string | null;
  origin: string | null;
  /** Records that rest on it, and those it contradicts. */
  cites: { id: string; href: string; contradicts: boolean }[];
  facets: Facets;
};
/** Sources that copied one report are one voice: they stand together. */
export type SourceGroup = { origin: string | null; items: SourceItem[] };

type Citing = { id: string; citations: CitationRow[]; regionId?: string | null; workforceIds: (string | null)[] };

/** Every source with what rests on it, most cited first. */
export function sourcesView(context: ReadingContext): SourceItem[] {
  const citing = citingRecords(context);
  return publishedOf(context.record.sources)
    .map((source) => sourceItem(source, citing, context))
    .toSorted((a, b) => b.cites.length - a.cites.length || (a.title < b.title ? -1 : 1));
}

/** Groups of one origin where there are two or more, in the place of their first. */
export function sourceGroups(items: readonly SourceItem[]): SourceGroup[] {
  const groups = new Map<string, SourceGroup>();
  for (const item of items) {
    const siblings = item.origin === null ? 1 : items.filter(({ origin }) => origin === item.origin).length;
    const key = siblings > 1 ? `origin ${item.origin}` : item.id;
    const group = groups.get(key) ?? { origin: siblings > 1 ? item.origin : null, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function citingRecords({ record }: ReadingContext): Citing[] {
  const plain = [
    ...record.events,
    ...record.coverageNotes,
    ...record.solidarity,
    ...record.demands,
    ...record.workforceSizes,
  ];
  return [
    ...publishedOf(record.actions),
    ...publishedOf(record.figures).map((row) => ({ ...row, workforceIds: [row.workforceId] })),
    ...publishedOf(record.workforces).map((row) => ({ ...row, workforceIds: [row.id] })),
    ...publishedOf(plain).map((row) => ({ ...row, workforceIds: "workforceId" in row ? [row.workforceId] : [] })),
  ];
}

function sourceItem(source: SourceRow, citing: readonly Citing[], context: ReadingContext): SourceItem {
  const own = citing.filter(({ citations }) => citations.some(({ sourceId }) => sourceId === source.id));
  const contradicts = ({ citations }: Citing) =>
    citations.every((citation) => citation.sourceId !== source.id || citation.contradicts);
  return {
    id: source.id,
    href: context.recordHref(source.id),
    title: source.title,
    language: source.language,
    languageName: languageName(source.language, context.locale),
    publisher: source.publisher,
    kind: source.kind,
    kindLabel: context.t(`source.kind.${source.kind}`),
    tier: source.tier,
    publishedOn: source.publishedOn,
    url: source.url,
    archivedUrl: source.archivedUrl,
    origin: source.origin,
    cites: own.map((record) => ({
      id: record.id,
      href: context.recordHref(record.id),
      contradicts: contradicts(record),
    })),
    facets: {
      workforces: workforceSlugs(
        own.flatMap(({ workforceIds }) => workforceIds),
        context,
      ),
      regions: [...new Set(own.flatMap(({ regionId }) => regionId ?? []))],
      kind: source.kind,
      kinds: [source.kind],
      claimants: [],
      measures: [],
      // Undated, it fits no period and is outside every one that is chosen.
      firstDate: source.publishedOn ?? "9999-12-31",
      lastDate: source.publishedOn ?? "",
      known: null,
    },
  };
}

/** The same sources for machines. */
export function sourcesFile(items: readonly SourceItem[]): ListFile {
  const rows = items.map((item) => ({
    ...{ id: item.id, title: item.title, publisher: item.publisher, language: item.language, kind: item.kind },
    ...{ tier: item.tier, published_on: item.publishedOn, url: item.url, archived_url: item.archivedUrl },
    ...{ origin: item.origin, cited_by: item.cites.map(({ id }) => id).join(" ") },
  }));
  return listFile("sources", rows);
}
