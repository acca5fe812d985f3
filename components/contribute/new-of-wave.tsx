import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { NewRecordKind } from "@/lib/features/entries/schema/kinds";
import { plainText } from "@/lib/shared/i18n/local-text";
import { WaveStep } from "./wave-step";

type Props = {
  kind: NewRecordKind;
  said: { title: string; lead: string; wave: string };
  /** The wave asked for by its part of the address. */
  slug: string | undefined;
  records: readonly WaveRecord[];
  form: (record: WaveRecord) => ReactNode;
};

/** The page of a new record of one wave; the wave is asked for first where there are several. */
export async function NewOfWave({ kind, said, slug, records, form }: Props) {
  const locale = await getLocale();
  const [only] = records.length === 1 ? records : [];
  const record = records.find(({ wave }) => wave.slug === slug) ?? only;
  return (
    <>
      <PageHeading {...(record ? { kicker: plainText(record.wave.names, locale) } : {})} title={said.title}>
        {said.lead}
      </PageHeading>
      {record ? form(record) : <WaveStep title={said.wave} kind={kind} records={records} />}
    </>
  );
}
