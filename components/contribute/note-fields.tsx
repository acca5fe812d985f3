import { useTranslations } from "next-intl";
import { FormSection } from "./form-section";
import { TypedArea } from "./typed-fields";
import type { FormTools } from "./use-entry-form";

/** What the public may read beside the record, and what only moderators may. */
export function NoteFields({ tools }: { tools: FormTools }) {
  const t = useTranslations("entries");
  return (
    <FormSection title={t("form.notes")}>
      {(["note", "confidentialNote"] as const).map((name) => (
        <TypedArea key={name} tools={tools} name={name} label={t(`fields.${name}`)} hint={t(`hints.${name}`)} />
      ))}
    </FormSection>
  );
}
