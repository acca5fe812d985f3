import type { Metadata } from "next";
import { DataFiles } from "@/components/lists/data-files";
import { PageHeading } from "@/components/ui/page-heading";
import { loadReading } from "@/lib/features/waves/loaders";
import { pageMetadata } from "../../../page-metadata";

type Props = { params: Promise<{ locale: string; wave: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, wave } = await params;
  const { t, text, record } = await loadReading({ locale, wave });
  const title = `${t("data.title")}, ${text(record.wave.names)}`;
  return pageMetadata({ locale, path: `/waves/${wave}/data`, title, description: t("data.lead") });
}

export default async function DataPage({ params }: Props) {
  const context = await loadReading(await params);
  return (
    <>
      <PageHeading title={context.t("data.title")}>
        <p>{context.t("data.lead")}</p>
      </PageHeading>
      <DataFiles context={context} />
    </>
  );
}
