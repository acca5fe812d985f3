import { z } from "zod";
import { LOCALES } from "@/lib/shared/i18n/locales";
import { anyLine, flag, inEachLanguage, line, slugField } from "../schema";
import { PLACE_KINDS } from "./choices";

/** Tables an administrator fills, by a form of one row or by CSV: places, employers, and the workforces that are counted. */
export const TABLES = ["places", "employers", "workforces"] as const;
export type TableName = (typeof TABLES)[number];

const names = inEachLanguage("name", line);
/** Other spellings in one cell, between semicolons or vertical bars. */
const others = line.transform((text) => text.split(/[;|]/).flatMap((one) => one.trim() || []));
const code = anyLine.pipe(z.string().max(60, "too_long"));

const degrees = (most: number) =>
  anyLine
    .transform((text) => (text === "" ? Number.NaN : Number(text.replace(",", "."))))
    .pipe(z.number("degrees_wrong").min(-most, "degrees_wrong").max(most, "degrees_wrong"));

const isic = anyLine.pipe(z.string().regex(/^([0-9]{2,4})?$/, "isic_wrong"));

export const rowSchemas = {
  places: z.object({
    ...{ id: slugField, ...names, region: code, latitude: degrees(90), longitude: degrees(180), other_names: others },
    kind: z.enum(PLACE_KINDS, "unknown_choice"),
  }),
  employers: z.object({ id: slugField, ...names, other_names: others, isic }),
  workforces: z.object({
    ...{ id: slugField, ...names, ...inEachLanguage("occupation", line), other_names: others },
    ...{ employer: code, region: code, place: code, whole_employer: flag },
  }),
} as const;

export type TypedCells = Readonly<Record<string, string>>;

/** A cell as its field would read it; empty where it says nothing. */
export function cellOf(cells: TypedCells, name: string): string {
  return anyLine.safeParse(cells[name]).data ?? "";
}

/** What no single field can know. Asked of the cells, so that a wrong field beside it does not keep it back. */
export function wholeRowProblems(table: TableName, cells: TypedCells): { field: string; code: string }[] {
  const isSilent = (name: string) => LOCALES.every((locale) => cellOf(cells, `${name}_${locale}`) === "");
  const found = isSilent("name") ? [{ field: "name_en", code: "name_missing" }] : [];
  if (table !== "workforces") return found;
  if (isSilent("occupation")) found.push({ field: "occupation_en", code: "occupation_missing" });
  const needsEmployer = cellOf(cells, "whole_employer") === "yes" && cellOf(cells, "employer") === "";
  return needsEmployer ? [...found, { field: "employer", code: "employer_missing" }] : found;
}

export type PlaceRow = z.output<(typeof rowSchemas)["places"]>;
export type EmployerTableRow = z.output<(typeof rowSchemas)["employers"]>;
export type WorkforceTableRow = z.output<(typeof rowSchemas)["workforces"]>;

/** The columns of a table, as its CSV header has them. */
export function columnsOfTable(table: TableName): string[] {
  return Object.keys(rowSchemas[table].shape);
}

export type RowProblem = { line: number; field: string; code: string };

export const fillTableSchema = z.object({
  waveId: z.string().regex(/^[a-z0-9]{2,12}$/, "wave_gone"),
  table: z.enum(TABLES, "unknown_choice"),
  intent: z.enum(["check", "write"]).default("check"),
  csv: z.string().max(500_000, "too_long").default(""),
});

/** The same for a form of one row: whatever fields the table has. */
export const addRowSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((sent) => {
  const one = (name: string) => [sent[name]].flat()[0] ?? "";
  const table = TABLES.find((known) => known === one("table")) ?? "workforces";
  return {
    waveId: one("waveId"),
    table,
    row: Object.fromEntries(columnsOfTable(table).map((name) => [name, one(name)])),
  };
});
