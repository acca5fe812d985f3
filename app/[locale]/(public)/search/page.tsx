import type { Metadata } from "next";
import { SearchForm } from "@/components/record/search-form";
import { SearchHits } from "@/components/record/search-hits";
import { PageHeading } from "@/components/ui/page-heading";
import { loadRecordsWords } from "@/lib/features/records/loaders";
import { hitLines } from "@/lib/features/records/view/hits";
import { searchRecord } from "@/lib/features/search/view";
import { loadPublicRecord } from "@/lib/features/waves/loaders";
import { pageMetadata } from "../page-metadata";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ q?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { record: t } = await loadRecordsWords(locale);
  return pageMetadata({ locale, path: "/search", title: t("search.title"), description: t("search.hint") });
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { q } = await searchParams;
  const query = typeof q === "string" ? q.trim().slice(0, 100) : "";
  const [records, words] = await Promise.all([loadPublicRecord(), loadRecordsWords(locale)]);
  const lines = hitLines(searchRecord(records, query), records, words);
  return (
    <>
      <PageHeading title={words.record("search.title")} />
      <SearchForm here={`/${locale}/search`} query={query} words={words.record} />
      {query === "" ? null : <SearchHits lines={lines} query={query} words={words.record} />}
    </>
  );
}
