import { getTranslations } from "next-intl/server";
import { SelectField, TextField } from "@/components/ui/field";
import type { BatchPage, MappedField } from "@/lib/features/imports/view";
import { fieldLabel } from "@/lib/features/imports/view/problem-words";

type Choice = { value: string; label: string };

/**
 * Of each field its column, and what every row says where no column does. What was recognised is told in a line each;
 * open are only the fields that still need a choice.
 */
export async function MappedFields({ page }: { page: BatchPage }) {
  const t = await getTranslations("imports");
  const texts = { imports: t, entries: await getTranslations("entries") };
  const { header, columns, kind } = page.batch;
  const options = header.map((name, at) => ({ value: String(at), label: name || `(${at + 1})` }));
  const blocks = page.fields.map((field) => ({
    ...{ field, options, label: fieldLabel(kind, field.name, texts as never) },
    example: field.column === null ? "" : (columns[field.column]?.examples.join(" · ") ?? ""),
  }));
  const isOpen = ({ field }: One) => field.isMissing || (field.column === null && (field.needed || field.fixed !== ""));
  const found = blocks.filter((one) => one.field.column !== null && !isOpen(one));
  const others = blocks.filter((one) => one.field.column === null && !isOpen(one));
  return (
    <fieldset className="mb-6">
      <legend className="mb-3 text-xl">{t("mapping.legend")}</legend>
      {page.unused.length > 0 ? (
        <p className="mb-4 max-w-prose text-ink-2">{t("mapping.unused", { columns: page.unused.join(", ") })}</p>
      ) : null}
      {blocks.filter(isOpen).map((one) => (
        <OneField key={one.field.name} {...one} />
      ))}
      <Found blocks={found} header={header} />
      {/* A column that nothing is taken from may be one of these under another name. */}
      <Folded label={t("mapping.others", { count: others.length })} blocks={others} isOpen={page.unused.length > 0} />
    </fieldset>
  );
}

/** What each recognised column was taken for, to be looked at, and changed where it is wrong. */
async function Found({ blocks, header }: { blocks: One[]; header: string[] }) {
  const t = await getTranslations("imports.mapping");
  if (blocks.length === 0) return null;
  return (
    <>
      <ul className="mb-2 max-w-prose border-t border-rule pt-3">
        {blocks.map(({ field, label, example }) => (
          <li key={field.name} className="py-1">
            {t("takenFor", { column: header[field.column ?? -1] ?? "", field: label })}{" "}
            <span className="text-sm text-ink-2">{example === "" ? t("empty") : example}</span>
          </li>
        ))}
      </ul>
      <Folded label={t("changeFound", { count: blocks.length })} blocks={blocks} />
    </>
  );
}

function Folded({ label, blocks, isOpen = false }: { label: string; blocks: One[]; isOpen?: boolean }) {
  if (blocks.length === 0) return null;
  return (
    <details className="border-t border-rule" open={isOpen}>
      <summary className="min-h-11 py-2">{label}</summary>
      {blocks.map((one) => (
        <OneField key={one.field.name} {...one} />
      ))}
    </details>
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
