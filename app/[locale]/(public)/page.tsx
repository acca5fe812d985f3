import type { Metadata } from "next";
import { WaveCard } from "@/components/dashboard/wave-card";
import { PageHeading } from "@/components/ui/page-heading";
import { loadReadings, loadReadingWords } from "@/lib/features/waves/loaders";
import { pageMetadata } from "./page-metadata";

type Props = { params: Promise<{ locale: string }> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const { page } = await loadReadingWords(locale);
  return pageMetadata({ locale, path: "", description: page("home.lead") });
}

export default async function HomePage({ params }: Props) {
  const { locale } = await params;
  const [readings, { page }] = await Promise.all([loadReadings(locale), loadReadingWords(locale)]);
  return (
    <>
      <PageHeading title={page("home.title")}>
        <p>{page("home.lead")}</p>
      </PageHeading>
      {readings.map((context) => (
        <WaveCard key={context.record.wave.id} context={context} />
      ))}
      {readings.length === 0 ? <p>{page("home.none")}</p> : null}
    </>
  );
}
