/** The columns of the lists' files, in their order; the page on the data explains each. */
export const LIST_COLUMNS = {
  timeline: [
    "id",
    "record",
    "kind",
    "title",
    "place",
    "region",
    "start_earliest",
    "start_latest",
    "start_precision",
    "end_earliest",
    "end_latest",
    "open_end",
    "certainty",
    "workforces",
    "figures",
    "sources",
  ],
  demands: [
    "id",
    "kind",
    "text",
    "raised_by",
    "raised_earliest",
    "raised_latest",
    "raised_precision",
    "target_lower",
    "target_upper",
    "target_unit",
    "actions",
    "answers",
    "sources",
  ],
  solidarity: [
    "id",
    "kind",
    "text",
    "from",
    "country",
    "to_action",
    "as_action",
    "given_earliest",
    "given_latest",
    "given_precision",
    "amount_lower",
    "amount_upper",
    "amount_unit",
    "sources",
  ],
  sources: [
    "id",
    "title",
    "publisher",
    "language",
    "kind",
    "tier",
    "published_on",
    "url",
    "archived_url",
    "origin",
    "cited_by",
  ],
} as const;

export type ListRow<Name extends keyof typeof LIST_COLUMNS> = Record<
  (typeof LIST_COLUMNS)[Name][number],
  string | number | null
>;

export type ListFile = { header: readonly string[]; rows: string[][] };

/** Cells in the order of the columns; what nobody knows is an empty cell, never a zero. */
export function listFile<Name extends keyof typeof LIST_COLUMNS>(name: Name, rows: readonly ListRow<Name>[]): ListFile {
  const header: readonly (typeof LIST_COLUMNS)[Name][number][] = LIST_COLUMNS[name];
  return { header, rows: rows.map((row) => header.map((column) => String(row[column] ?? ""))) };
}

/** An instant for machines; empty where there is none. */
export function isoOrEmpty(at: number | null | undefined): string {
  return at === null || at === undefined ? "" : new Date(at).toISOString();
}
