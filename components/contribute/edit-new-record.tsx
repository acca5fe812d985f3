import { getTranslations } from "next-intl/server";
import { hasForm, type OwnEntry } from "@/lib/features/entries/view/own-entries";
import { FormOfEntry } from "./propose-anew";

/** The form of one's own new record again, to be changed. */
export async function EditNewRecord({ entry }: { entry: OwnEntry }) {
  const t = await getTranslations("entries.entry");
  const { id, version, canSubmit } = entry;
  if (entry.correction !== null || !hasForm(entry)) return null;
  return (
    <section aria-labelledby="edit">
      <h2 id="edit" className="mb-2 text-2xl">
        {t("edit")}
      </h2>
      {entry.state === "draft" ? null : <p className="mb-4 max-w-prose text-ink-2">{t("editWarning")}</p>}
      <FormOfEntry entry={entry} of={{ entryId: id, seenVersion: String(version) }} canSave={canSubmit} />
    </section>
  );
}
