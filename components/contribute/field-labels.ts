import { getTranslations } from "next-intl/server";

/** The label of a field by its name, for lists of what changed; of a source's field with the number of the source. */
export async function fieldLabels(): Promise<(name: string) => string> {
  const t = await getTranslations("entries");
  return (name) => {
    const [, slot, inner] = /^sources\.(\d+)\.(\w+)$/.exec(name) ?? [];
    const key = `fields.${inner ?? name}` as "fields.date";
    const label = t.has(key) ? t(key) : (inner ?? name);
    return slot === undefined ? label : `${t("form.sourceNumber", { n: Number(slot) + 1 })}, ${label}`;
  };
}
