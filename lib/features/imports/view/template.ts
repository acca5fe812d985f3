import { writeCsv } from "@/lib/shared/chart/csv-file";
import type { Locale } from "@/lib/shared/i18n/locales";
import { IMPORT_FIELDS, type ImportField, type ImportKind } from "../schema/fields";
import { BYTE_ORDER_MARK } from "./report";

/** What only files downloaded from Turnout have beside the same in another column. */
const OF_OUR_FILES = new Set(["until"]);

/** The columns a new file of a kind can have, in the order in which they are thought of. */
export function columnsOf(kind: ImportKind): readonly ImportField[] {
  return IMPORT_FIELDS[kind].filter(({ name }) => !OF_OUR_FILES.has(name));
}

/** Spreadsheets expect between cells what their language has for decimals left free. */
const separatorFor = (locale: Locale) => (locale === "en" ? "," : ";");

/** An empty table of a kind: the names of its columns, each recognised as what it is, with the mark spreadsheets know UTF-8 by. */
export function templateOf(kind: ImportKind, locale: Locale): string {
  const names = columnsOf(kind).map(({ name }) => name);
  return BYTE_ORDER_MARK + writeCsv(names, [], separatorFor(locale));
}
