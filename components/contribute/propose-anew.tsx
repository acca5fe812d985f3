import { getLocale, getTranslations } from "next-intl/server";
import { formValues } from "@/lib/features/entries/view/differences";
import type { OwnEntry } from "@/lib/features/entries/view/own-entries";
import { ActionFormFor } from "./action-form-for";
import type { FrameProps } from "./entry-frame";
import { FigureFormFor } from "./figure-form-for";
import { PlainFormFor } from "./plain-form-for";
import { SolidarityFormFor } from "./solidarity-form-for";

type FormProps = Pick<FrameProps, "of" | "canSave"> & { entry: OwnEntry };

/** The form of a new record with what was typed of it; none where its subject is no longer there. */
export function FormOfEntry({ entry: { solidarity, action, plain, subject, input }, ...form }: FormProps) {
  if (solidarity)
    return <SolidarityFormFor initial={formValues(solidarity.input)} record={solidarity.record} {...form} />;
  if (action) return <ActionFormFor initial={formValues(action.input)} record={action.record} {...form} />;
  if (plain)
    return <PlainFormFor initial={formValues(plain.input)} kind={plain.kind} record={plain.record} {...form} />;
  return subject && input ? <FigureFormFor initial={formValues(input)} subject={subject} {...form} /> : null;
}

/** Whether the form of an entry can be shown at all. */
export function hasForm({ solidarity, action, plain, subject, input }: OwnEntry): boolean {
  return solidarity !== null || action !== null || plain !== null || (subject !== null && input !== null);
}

type Props = { entry: OwnEntry; submissionKey: string; isAsked: boolean };

/** What ended without being published can be proposed as an entry of its own, beginning with what was typed. */
export async function ProposeAnew({ entry, submissionKey, isAsked }: Props) {
  const locale = await getLocale();
  const t = await getTranslations("entries.entry");
  const { id, correction } = entry;
  if (correction) {
    const { kind, recordId } = correction.input;
    return correction.now.state === "published" ? (
      <p className="mb-6">
        <a href={`/${locale}/contribute/new?kind=${kind}&record=${recordId}`}>{t("anew")}</a>
      </p>
    ) : null;
  }
  if (!hasForm(entry)) return null;
  if (!isAsked) {
    return (
      <p className="mb-6">
        <a href={`/${locale}/contribute/${id}?anew=1#anew`}>{t("anew")}</a>
      </p>
    );
  }
  return (
    <section aria-labelledby="anew">
      <h2 id="anew" className="mb-2 text-2xl">
        {t("anew")}
      </h2>
      <p className="mb-4 max-w-prose text-ink-2">{t("anewLead")}</p>
      <FormOfEntry entry={entry} of={{ submissionKey }} canSave />
    </section>
  );
}
