/** One field of the data model, as `prisma/schema` declares it. */
export type SchemaField = {
  /** The column that holds it, in the words of the database. */
  column: string;
  /** A scalar of Prisma or the name of an enum. */
  type: string;
  isList: boolean;
  isOptional: boolean;
  /** A calendar date rather than an instant. */
  isDate: boolean;
  /** Its sentence. */
  text: string;
};
export type SchemaModel = { table: string; text: string; fields: Record<string, SchemaField> };
export type SchemaEnum = { text: string; values: string[] };
export type Schema = { models: Record<string, SchemaModel>; enums: Record<string, SchemaEnum> };
