import { getTranslations } from "next-intl/server";
import { recordFieldLabel } from "./record-field-label";

/** The label of a field by its name, for lists of what changed; of a source's field with the number of the source. */
export async function fieldLabels(): Promise<(name: string) => string> {
  const t = await getTranslations("entries");
  const corrections = await getTranslations("corrections");
  return (name) => {
    const own = recordFieldLabel(name, (key) =>
      corrections.has(key as "fields.note") ? corrections(key as "fields.note") : null,
    );
    if (own !== null) return own;
    const [, slot, inner] = /^sources\.(\d+)\.(\w+)$/.exec(name) ?? [];
    const key = `fields.${inner ?? name}` as "fields.date";
    const label = t.has(key) ? t(key) : (inner ?? name);
    return slot === undefined ? label : `${t("form.sourceNumber", { n: Number(slot) + 1 })}, ${label}`;
  };
}
