import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { ModeratedEntry } from "@/lib/features/entries/view/moderated-entry";

/** State, approvals, why two are needed, and why the reader may not decide. */
export async function EntryStanding({ entry }: { entry: ModeratedEntry }) {
  const t = await getTranslations("entries");
  const { row, approvals, required, reasons, whyNot } = entry;
  return (
    <>
      <p className="mb-4">
        {t("moderated.state")}: <strong>{t(`states.${row.state}`)}</strong>.{" "}
        {t("moderated.approvals", { given: approvals, required })}
        {reasons.length > 0 ? ` (${reasons.map((reason) => t(`impact.${reason}`)).join("; ")})` : ""}
      </p>
      {whyNot ? <Notice tone="note">{t(`whyNot.${whyNot}` as "whyNot.role")}</Notice> : null}
    </>
  );
}
