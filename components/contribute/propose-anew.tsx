import { getLocale, getTranslations } from "next-intl/server";
import { type CorrectionEntry, namedChanges, typedBeside } from "@/lib/features/entries/view/correction-entry";
import { formValues } from "@/lib/features/entries/view/differences";
import type { OwnEntry } from "@/lib/features/entries/view/own-entries";
import type { Locale } from "@/lib/shared/i18n/locales";
import { ActionFormFor } from "./action-form-for";
import { CorrectionFormFor } from "./correction-form-for";
import type { FrameProps } from "./entry-frame";
import { FigureFormFor } from "./figure-form-for";
import { PlainFormFor } from "./plain-form-for";
import { saidOf } from "./said";
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

/** The way there, where nothing is to be done about what ended. */
export async function ToProposeAnew({ entryId }: { entryId: string }) {
  const locale = await getLocale();
  const t = await getTranslations("entries.entry");
  return (
    <p className="mb-6">
      <a href={`/${locale}/contribute/${entryId}?anew=1#anew`}>{t("anew")}</a>
    </p>
  );
}

type Props = { entry: OwnEntry; submissionKey: string };

/** What ended without being published can be proposed as an entry of its own, beginning with what was typed. */
export async function ProposeAnew({ entry, submissionKey }: Props) {
  const t = await getTranslations("entries.entry");
  const { correction } = entry;
  return (
    <section aria-labelledby="anew">
      <h2 id="anew" className="mb-2 text-2xl">
        {t("anew")}
      </h2>
      <p className="mb-4 max-w-prose text-ink-2">{t("anewLead")}</p>
      {correction ? <Correction correction={correction} submissionKey={submissionKey} /> : null}
      <FormOfEntry entry={entry} of={{ submissionKey }} canSave />
    </section>
  );
}

/** A correction again, on the revision in force, with what was changed and said of it. */
async function Correction({ correction, submissionKey }: { correction: CorrectionEntry; submissionKey: string }) {
  const locale = (await getLocale()) as Locale;
  const { record, now, input, form } = correction;
  return (
    <CorrectionFormFor
      of={{ submissionKey }}
      initial={{ ...namedChanges(form), ...typedBeside(input) }}
      canSave
      kind={input.kind}
      row={now}
      said={await saidOf(record, locale)}
    />
  );
}
