import type { ColumnType } from "@/lib/shared/files/column";
import { FILE_NAMES, filePath } from "@/lib/shared/files/file-registry";
import { LOCALES, type Locale } from "@/lib/shared/i18n/locales";
import type { Messages } from "@/lib/shared/i18n/messages";
import { type DescribedColumn, describedColumns } from "../view";

type Dictionaries = Readonly<Record<Locale, Messages["dictionary"]>>;
type Told = { "@value": string; "@language": string }[];

const DATATYPES: Readonly<Record<ColumnType, string>> = {
  id: "string",
  ids: "string",
  text: "string",
  code: "string",
  number: "decimal",
  count: "nonNegativeInteger",
  boolean: "boolean",
  day: "date",
  instant: "dateTimeStamp",
  address: "anyURI",
};

/** The dictionary for machines: Metadata Vocabulary for Tabular Data (W3C, 2015), every text in every language. */
export function tableMetadata(wave: string, dictionaries: Dictionaries) {
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    "dc:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" },
    dialect: { encoding: "utf-8", header: true, delimiter: ",", lineTerminators: ["\r\n"] },
    tables: FILE_NAMES.map((file) => ({
      url: filePath(wave, file),
      "dc:description": inAll(dictionaries, ({ file: texts }) => texts[file]),
      tableSchema: { columns: describedColumns(file).map((column) => columnMetadata(column, dictionaries)) },
    })),
  };
}

function columnMetadata(column: DescribedColumn, dictionaries: Dictionaries) {
  const { name, type, values, fields, hxl, unit } = column;
  const base = DATATYPES[type];
  return {
    name,
    titles: name,
    datatype: values.length === 0 ? base : { base, format: `^(${values.join("|")})$` },
    ...(type === "ids" ? { separator: " " } : {}),
    "dc:description": inAll(dictionaries, ({ meaning }) => (meaning as Record<string, string>)[column.meaning] ?? ""),
    "dc:source": fields.map((field) => field.name),
    "dc:subject": hxl,
    ...(unit === null ? {} : { "schema:unitText": unit }),
  };
}

function inAll(dictionaries: Dictionaries, of: (dictionary: Messages["dictionary"]) => string): Told {
  return LOCALES.map((locale) => ({ "@value": of(dictionaries[locale]), "@language": locale }));
}
