import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ChangeWaveForm } from "@/components/preparation/change-wave-form";
import { PreparationTexts } from "@/components/preparation/preparation-texts";
import { WaveStateForm } from "@/components/preparation/wave-state";
import { WaveTables } from "@/components/preparation/wave-tables";
import { PageHeading } from "@/components/ui/page-heading";
import { loadPreparedWave } from "@/lib/features/preparation/loaders";
import { languagesWithout, typedFrame, waveLines } from "@/lib/features/preparation/view";
import { LANGUAGE_NAMES, type Locale } from "@/lib/shared/i18n/locales";

type Props = { params: Promise<{ locale: Locale; wave: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const t = await getTranslations({ locale, namespace: "preparation.waves" });
  return { title: `${t("name")} ${wave.toUpperCase()}`, robots: { index: false } };
}

export default async function PreparedWavePage({ params }: Props) {
  const { locale, wave: id } = await params;
  setRequestLocale(locale);
  const { wave, places } = await loadPreparedWave(locale, id);
  const t = await getTranslations("preparation");
  const [line] = waveLines([wave], locale);
  const without = languagesWithout(wave).map((language) => LANGUAGE_NAMES[language]);
  return (
    <PreparationTexts>
      <PageHeading kicker={t(`waves.states.${wave.state}`)} title={line?.name}>
        <p>{t("one.code", { code: wave.code })}</p>
        <p>{t("one.frame", { country: line?.country ?? wave.country, zone: wave.timeZone, slug: wave.slug })}</p>
      </PageHeading>
      <p className="mb-6 flex flex-wrap gap-x-6">
        <a href={`/${locale}/admin/waves`}>{t("one.all")}</a>
        {line?.href ? <a href={line.href}>{t("waves.readIt")}</a> : null}
      </p>
      <WaveStateForm key={wave.state} waveId={wave.id} state={wave.state} />
      <WaveTables waveId={wave.id} places={places} />
      <section aria-labelledby="frame" className="border-t border-rule pt-4">
        <h2 id="frame" className="mb-3 text-2xl">
          {t("one.edit")}
        </h2>
        {without.length > 0 ? (
          <p className="mb-4 max-w-prose text-ink-2">{t("one.without", { languages: without.join(", ") })}</p>
        ) : null}
        <ChangeWaveForm initial={typedFrame(wave)} />
      </section>
    </PreparationTexts>
  );
}
