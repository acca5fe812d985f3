import type { Metadata } from "next";
import { Section } from "@/components/dashboard/section";
import { WaveNav } from "@/components/dashboard/wave-nav";
import { ReadingBar } from "@/components/lists/reading-bar";
import { JoiningTables } from "@/components/regions/joining-table";
import { SpreadMap } from "@/components/regions/spread-map";
import { SpreadTable } from "@/components/regions/spread-table";
import { PageHeading } from "@/components/ui/page-heading";
import { joiningView } from "@/lib/features/regions/view/joining";
import { spreadView } from "@/lib/features/regions/view/spread";
import { askedStep } from "@/lib/features/regions/view/steps";
import { loadReading } from "@/lib/features/waves/loaders";
import type { SearchParams } from "@/lib/shared/search-params";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { t, text, record } = await loadReading({ locale, wave });
  const title = `${t("spread.title")}, ${text(record.wave.names)}`;
  return pageMetadata({ locale, path: `/waves/${wave}/spread`, title, description: t("spread.subtitle") });
}

export default async function SpreadPage({ params, searchParams }: Props) {
  const search = await searchParams;
  const context = await loadReading(await params, search);
  const view = spreadView(context, askedStep(search));
  const { t } = context;
  return (
    <>
      <WaveNav context={context} />
      <PageHeading kicker={t("spread.title")} title={view.finding}>
        <p>{t("spread.subtitle")}</p>
      </PageHeading>
      <ReadingBar
        context={context}
        here={`/${context.locale}/waves/${context.record.wave.slug}/spread`}
        asked={search}
      />
      <div className="mb-12">
        <SpreadMap view={view} context={context} path={{ page: "/spread", anchor: "" }} />
      </div>
      <Section id="table" title={t("spread.table")}>
        <SpreadTable view={view} context={context} />
      </Section>
      <Section id="joining" title={t("joining.title")} subtitle={t("joining.subtitle")}>
        <JoiningTables joining={joiningView(context)} context={context} />
      </Section>
    </>
  );
}
