import { schema } from "@/lib/generated/schema/schema";
import type { Column, ColumnType, ColumnUnit } from "@/lib/shared/files/column";
import type { SchemaField } from "@/lib/shared/files/data-model";
import { columnsOf, type FileName } from "@/lib/shared/files/file-registry";

/** Everything the dictionary says of one column: the registry's word first, the data model's where that is silent. */
export type DescribedColumn = {
  name: string;
  /** The key of its text in `dictionary.meaning`. */
  meaning: string;
  type: ColumnType;
  unit: ColumnUnit | null;
  values: readonly string[];
  hxl: string;
  fields: DatabaseField[];
};
/** `figures.lower` with the sentence of the data model. */
export type DatabaseField = { name: string; text: string };

export function describedColumns(file: FileName): DescribedColumn[] {
  return columnsOf(file).map(([name, column]) => describedColumn(name, column));
}

function describedColumn(name: string, column: Column): DescribedColumn {
  const fields = (column.from ?? []).map(fieldOf);
  return {
    name,
    meaning: column.meaning ?? name,
    type: column.type ?? typeOf(fields[0]?.field, name),
    unit: column.unit ?? null,
    values: column.values ?? [...new Set(fields.flatMap(({ field }) => schema.enums[field.type]?.values ?? []))],
    hxl: column.hxl,
    fields: fields.map(({ table, field }) => ({ name: `${table}.${field.column}`, text: field.text })),
  };
}

function fieldOf(path: string): { table: string; field: SchemaField & { name: string } } {
  const [model = "", name = ""] = path.split(".");
  const field = schema.models[model]?.fields[name];
  if (field === undefined) throw new Error(`A column is taken from ${path}, which the data model does not have.`);
  return { table: schema.models[model]?.table ?? "", field: { ...field, name } };
}

const SCALARS: Readonly<Record<string, ColumnType>> = {
  Boolean: "boolean",
  Float: "number",
  Int: "count",
  Json: "text",
};

function typeOf(field: (SchemaField & { name: string }) | undefined, column: string): ColumnType {
  if (field === undefined) throw new Error(`The column ${column} is worked out and says no type.`);
  if (field.type in schema.enums) return "code";
  if (field.type === "DateTime") return field.isDate ? "day" : "instant";
  return SCALARS[field.type] ?? (/^id$|Id$/.test(field.name) ? "id" : "text");
}
