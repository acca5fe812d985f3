import type { Metadata } from "next";
import { SearchForm } from "@/components/record/search-form";
import { SearchHits } from "@/components/record/search-hits";
import { PageHeading } from "@/components/ui/page-heading";
import { loadRecordsWords } from "@/lib/features/records/loaders";
import type { RecordWords } from "@/lib/features/records/view/context";
import { hitLines } from "@/lib/features/records/view/hits";
import { searchRecord } from "@/lib/features/search/view";
import { askedText } from "@/lib/features/search/view/asked-text";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../page-metadata";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { record: t } = await loadRecordsWords(locale);
  return pageMetadata({ locale, path: "/search", title: t("search.title"), description: t("search.hint") });
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const query = askedText((await searchParams).q);
  const [records, words] = await Promise.all([loadPublicRecord(), loadRecordsWords(locale)]);
  const lines = hitLines(searchRecord(records, query), records, words);
  return (
    <>
      <PageHeading title={words.record("search.title")} />
      <SearchForm here={`/${locale}/search`} query={query} words={wordsOf(words.record)} />
      {query === "" ? null : <SearchHits lines={lines} query={query} words={words.record} />}
    </>
  );
}

function wordsOf(record: RecordWords) {
  return { label: record("search.label"), hint: record("search.hint"), button: record("search.button") };
}
