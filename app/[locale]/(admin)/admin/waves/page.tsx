import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AdminBar } from "@/components/layout/admin-bar";
import { PreparationTexts } from "@/components/preparation/preparation-texts";
import { StartWaveForm } from "@/components/preparation/start-wave-form";
import { WaveList } from "@/components/preparation/wave-list";
import { PageHeading } from "@/components/ui/page-heading";
import { loadSignedInNews } from "@/lib/features/entries/loaders/signed-in";
import { loadWaves } from "@/lib/features/preparation/loaders";
import type { Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale }> };

const IMPORT = "npm run regions:import -- --country FR";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "preparation.waves" });
  return { title: t("title"), robots: { index: false } };
}

export default async function WavesPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { waves, countries, zones } = await loadWaves(locale);
  const t = await getTranslations("preparation");
  return (
    <>
      <AdminBar news={await loadSignedInNews()} />
      <PreparationTexts>
        <PageHeading title={t("waves.title")}>{t("waves.lead")}</PageHeading>
        <WaveList waves={waves} />
        <h2 className="mt-12 mb-4 text-2xl">{t("start.title")}</h2>
        <p className="mb-4 max-w-prose text-ink-2">
          {t(countries.length === 0 ? "start.noCountries" : "start.missingCountry", { command: IMPORT })}
        </p>
        {countries.length > 0 ? <StartWaveForm countries={countries} zones={zones} /> : null}
      </PreparationTexts>
    </>
  );
}
