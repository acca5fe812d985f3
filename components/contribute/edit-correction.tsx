import { getLocale, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { recordDiff } from "@/lib/domain/record-diff";
import { fieldLabel } from "@/lib/features/corrections/view/change-words";
import { type CorrectionEntry, namedChanges, typedBeside } from "@/lib/features/entries/view/correction-entry";
import type { OwnEntry } from "@/lib/features/entries/view/own-entries";
import { CorrectionFormFor } from "./correction-form-for";
import { saidOf } from "./said";

type Props = { entry: OwnEntry; correction: CorrectionEntry; othersWait: boolean };

/** The form of one's own correction again, on the version that is in force now. */
export async function EditCorrection({ entry, correction, othersWait }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("entries.entry");
  const words = await getTranslations("corrections.form");
  const { record, base, now, input, form, isBehind } = correction;
  const said = await saidOf(record, locale);
  const moved = recordDiff(base, now).map((change) => fieldLabel(change, said));
  return (
    <section aria-labelledby="edit">
      <h2 id="edit" className="mb-2 text-2xl">
        {t("edit")}
      </h2>
      {isBehind ? (
        <Notice tone="note">
          <p>{words("behind")}</p>
          {moved.length > 0 ? <p className="mt-1">{words("moved", { fields: moved.join("; ") })}</p> : null}
        </Notice>
      ) : (
        <p className="mb-4 max-w-prose text-ink-2">{t("editWarning")}</p>
      )}
      {othersWait ? <Notice tone="note">{words("othersWait")}</Notice> : null}
      <CorrectionFormFor
        of={{ entryId: entry.id, seenVersion: String(entry.version) }}
        initial={{ ...namedChanges(form), ...typedBeside(input) }}
        canSave={entry.state === "draft" || entry.state === "changes_requested"}
        kind={input.kind}
        row={now}
        said={said}
      />
    </section>
  );
}
