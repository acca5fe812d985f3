import { getLocale, getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/ui/page-heading";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { plainText } from "@/lib/shared/i18n/local-text";
import { SolidarityFormFor } from "./solidarity-form-for";
import { WaveStep } from "./wave-step";

type Props = { slug: string | undefined; submissionKey: string; records: readonly WaveRecord[] };

/** The form to log an act of support for one wave; the wave is asked for first where there are several. */
export async function NewSolidarity({ slug, submissionKey, records }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("entries.solidarity");
  const [only] = records.length === 1 ? records : [];
  const record = records.find(({ wave }) => wave.slug === slug) ?? only;
  return (
    <>
      <PageHeading {...(record ? { kicker: plainText(record.wave.names, locale) } : {})} title={t("title")}>
        {t("lead")}
      </PageHeading>
      {record ? (
        <SolidarityFormFor of={{ submissionKey }} initial={{}} canSave record={record} />
      ) : (
        <WaveStep title={t("wave")} kind="solidarity" records={records} />
      )}
    </>
  );
}
