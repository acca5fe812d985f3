import { getTranslations } from "next-intl/server";
import type { WaveRecord } from "@/lib/domain/wave-record";
import type { NewRecordKind } from "@/lib/features/entries/schema/kinds";
import { ActionFormFor } from "./action-form-for";
import { NewOfWave } from "./new-of-wave";
import { PlainFormFor } from "./plain-form-for";
import { SolidarityFormFor } from "./solidarity-form-for";

type Props = {
  kind: Exclude<NewRecordKind, "figure">;
  slug: string | undefined;
  /** A workforce that was chosen before. */
  workforce: string;
  submissionKey: string;
  records: readonly WaveRecord[];
};

/** The page to log a new record of a kind, whose words and form are its own. */
export async function NewRecord({ kind, slug, workforce, submissionKey, records }: Props) {
  const form = { of: { submissionKey }, initial: workforce === "" ? {} : { workforceId: workforce }, canSave: true };
  const of = { kind, slug, records, said: await saidOfKind(kind) };
  if (kind === "action") return <NewOfWave {...of} form={(record) => <ActionFormFor {...form} record={record} />} />;
  if (kind === "solidarity")
    return <NewOfWave {...of} form={(record) => <SolidarityFormFor {...form} record={record} />} />;
  return <NewOfWave {...of} form={(record) => <PlainFormFor {...form} kind={kind} record={record} />} />;
}

/** What the page of a kind is headed with. */
export async function saidOfKind(kind: Exclude<NewRecordKind, "figure">) {
  const t = await getTranslations("contribute");
  if (kind === "action" || kind === "solidarity") {
    const own = await getTranslations(`entries.${kind}`);
    return { title: own("title"), lead: own("lead"), wave: own("wave") };
  }
  return { title: t(`kinds.${kind}.title`), lead: t(`kinds.${kind}.lead`), wave: t("wave") };
}
