import { getLocale, getTranslations } from "next-intl/server";
import { SearchForm } from "@/components/record/search-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { WaveRecord } from "@/lib/domain/wave-record";
import { correctable, namedChanges } from "@/lib/features/entries/view/correction-entry";
import { clockOf } from "@/lib/features/entries/view/record-clock";
import { formOf } from "@/lib/features/entries/view/record-form";
import { findRecord } from "@/lib/features/records/view/find";
import { listedTitle } from "@/lib/features/records/view/titles";
import { CorrectionFormFor } from "./correction-form-for";
import { saidOf } from "./said";

type Props = {
  kind: "correction" | "retraction";
  recordId: string;
  submissionKey: string;
  /** Whether another correction of the record waits for moderators. */
  othersWait: boolean;
  records: readonly WaveRecord[];
};

/** Without a record there is nothing to change: the way to find it. */
async function WhichRecord({ title, lead }: { title: string; lead: string }) {
  const locale = await getLocale();
  const t = await getTranslations("record.search");
  return (
    <>
      <PageHeading title={title}>{lead}</PageHeading>
      <SearchForm
        here={`/${locale}/search`}
        query=""
        words={{ label: t("label"), hint: t("hint"), button: t("button") }}
      />
    </>
  );
}

/** The form to correct or retract one record, with what stands now in it. */
export async function NewCorrection({ kind, recordId, submissionKey, othersWait, records }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("corrections.form");
  const found = correctable(records, recordId);
  const title = t(kind === "correction" ? "titleCorrection" : "titleRetraction");
  if (found === null) return <WhichRecord title={title} lead={recordId === "" ? t("choose") : t("gone")} />;
  const { record, row } = found;
  const said = await saidOf(record, locale);
  const known = findRecord(record, row.id);
  const form = formOf(row, clockOf(row, record));
  return (
    <>
      <PageHeading kicker={title} title={`${known ? listedTitle(known, said.context).text : ""} (${row.id})`}>
        {t(kind === "correction" ? "leadCorrection" : "leadRetraction")}
      </PageHeading>
      <p className="mb-6 flex flex-wrap gap-x-6">
        <a href={`/${locale}/records/${row.id}`}>{t("record")}</a>
        {kind === "correction" ? (
          <a href={`/${locale}/contribute/new?kind=retraction&record=${row.id}`}>{t("other")}</a>
        ) : null}
      </p>
      {othersWait ? <Notice tone="note">{t("othersWait")}</Notice> : null}
      <CorrectionFormFor
        of={{ submissionKey }}
        initial={namedChanges(form)}
        canSave
        kind={kind}
        row={row}
        said={said}
      />
    </>
  );
}
