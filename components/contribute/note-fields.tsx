import { useTranslations } from "next-intl";
import { FormSection } from "./form-section";
import { TypedArea } from "./typed-fields";
import type { FormTools } from "./use-entry-form";

export type NoteName = "note" | "confidentialNote";
type Props = { tools: FormTools; names?: readonly NoteName[] | undefined };

/** What the public may read beside the record, and what only moderators may. */
export function NoteFields({ tools, names = ["note", "confidentialNote"] }: Props) {
  const t = useTranslations("entries");
  return (
    <FormSection title={t("form.notes")}>
      {names.map((name) => (
        <TypedArea key={name} tools={tools} name={name} label={t(`fields.${name}`)} hint={t(`hints.${name}`)} />
      ))}
    </FormSection>
  );
}
