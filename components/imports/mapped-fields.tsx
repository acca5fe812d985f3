import { getTranslations } from "next-intl/server";
import { SelectField, TextField } from "@/components/ui/field";
import type { BatchPage, MappedField } from "@/lib/features/imports/view";
import { fieldLabel } from "@/lib/features/imports/view/problem-words";

type Choice = { value: string; label: string };

/** One block for each field: its column, and what every row says where no column does. */
export async function MappedFields({ page }: { page: BatchPage }) {
  const t = await getTranslations("imports");
  const texts = { imports: t, entries: await getTranslations("entries") };
  const { header, columns, kind } = page.batch;
  const options = header.map((name, at) => ({ value: String(at), label: name || `(${at + 1})` }));
  const labelled = page.fields.map((field) => ({ field, label: fieldLabel(kind, field.name, texts as never) }));
  return (
    <fieldset className="mb-6">
      <legend className="mb-3 text-xl">{t("mapping.legend")}</legend>
      {page.unused.length > 0 ? (
        <p className="mb-4 max-w-prose text-ink-2">{t("mapping.unused", { columns: page.unused.join(", ") })}</p>
      ) : null}
      {labelled.map(({ field, label }) => (
        <OneField
          key={field.name}
          {...{ field, label, options }}
          example={field.column === null ? "" : (columns[field.column]?.examples.join(" · ") ?? "")}
        />
      ))}
    </fieldset>
  );
}

type One = { field: MappedField; label: string; options: Choice[]; example: string };

async function OneField({ field, label, options, example }: One) {
  const t = await getTranslations("imports.mapping");
  const name = field.needed ? `${label} (${t("needed")})` : label;
  const shown = example === "" ? t("empty") : t("example", { cells: example });
  const chosen = field.column === null ? "" : String(field.column);
  return (
    <div className="border-t border-rule pt-3 sm:grid sm:grid-cols-2 sm:gap-6" data-field={field.name}>
      <SelectField
        id={`column.${field.name}`}
        name={`column.${field.name}`}
        label={name}
        hint={field.column === null ? undefined : shown}
        error={field.isMissing ? t("neededProblem") : undefined}
        defaultValue={chosen}
        options={[{ value: "", label: t("none") }, ...options]}
      />
      {field.isFixable ? <FixedField field={field} label={label} /> : null}
    </div>
  );
}

async function FixedField({ field, label }: Pick<One, "field" | "label">) {
  const t = await getTranslations();
  const said = {
    id: `fixed.${field.name}`,
    ...{ name: `fixed.${field.name}`, label: t("imports.mapping.fixed", { field: label }), defaultValue: field.fixed },
  };
  if (typeof field.shape !== "object")
    return <TextField {...said} hint={t("imports.mapping.fixedHint")} maxLength={300} />;
  const { values, words } = field.shape;
  const labelOf = (value: string) => (words === null ? value : t(`${words}.${value}` as never));
  const options = values.map((value) => ({ value, label: labelOf(value) }));
  return (
    <SelectField {...said} hint={t("imports.mapping.fixedHint")} options={[{ value: "", label: "–" }, ...options]} />
  );
}
