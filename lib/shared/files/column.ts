/** What the cells of a column are; an empty cell is always what nobody knows or what does not apply. */
export const COLUMN_TYPES = [
  "id",
  "ids",
  "text",
  "code",
  "number",
  "count",
  "boolean",
  "day",
  "instant",
  "address",
] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** What a number counts, where the file has no column that says so. */
export const COLUMN_UNITS = [
  "unit_column",
  "people",
  "regions",
  "places",
  "actions",
  "days",
  "workforces",
  "percent",
] as const;
export type ColumnUnit = (typeof COLUMN_UNITS)[number];

/** One column of a file to take away. What is not said here follows from the database field it comes from. */
export type Column = {
  /** `Figure.lower`: the fields of `prisma/schema` it is taken from; none where it is worked out. */
  from?: readonly string[];
  /** Its hashtag and attributes in the Humanitarian Exchange Language 1.1. */
  hxl: string;
  type?: ColumnType;
  unit?: ColumnUnit;
  /** The only values there are, where they are not those of the field. */
  values?: readonly string[];
  /** The text of `dictionary.meaning` that explains it, where that is not its own name. */
  meaning?: string;
};
export type Columns = Readonly<Record<string, Column>>;
