import { getTranslations } from "next-intl/server";
import { formValues } from "@/lib/features/entries/view/differences";
import type { OwnEntry } from "@/lib/features/entries/view/own-entries";
import { ActionFormFor } from "./action-form-for";
import { FigureFormFor } from "./figure-form-for";
import { PlainFormFor } from "./plain-form-for";
import { SolidarityFormFor } from "./solidarity-form-for";

/** The form of one's own new record again, with what was typed in it; none where its subject is no longer there. */
export async function EditNewRecord({ entry }: { entry: OwnEntry }) {
  const t = await getTranslations("entries.entry");
  const { id, version, canSubmit: canSave, solidarity, action, plain, subject, input } = entry;
  const of = { entryId: id, seenVersion: String(version) };
  const isFigure = subject !== null && input !== null;
  if (solidarity === null && action === null && plain === null && !isFigure) return null;
  return (
    <section aria-labelledby="edit">
      <h2 id="edit" className="mb-2 text-2xl">
        {t("edit")}
      </h2>
      <p className="mb-4 max-w-prose text-ink-2">{t("editWarning")}</p>
      {solidarity ? (
        <SolidarityFormFor initial={formValues(solidarity.input)} record={solidarity.record} {...{ of, canSave }} />
      ) : null}
      {action ? <ActionFormFor initial={formValues(action.input)} record={action.record} {...{ of, canSave }} /> : null}
      {plain ? (
        <PlainFormFor initial={formValues(plain.input)} kind={plain.kind} record={plain.record} {...{ of, canSave }} />
      ) : null}
      {isFigure ? <FigureFormFor initial={formValues(input)} subject={subject} {...{ of, canSave }} /> : null}
    </section>
  );
}
