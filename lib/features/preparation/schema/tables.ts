import { z } from "zod";
import { flag, inEachLanguage, line, slugField, textsOf } from "../schema";
import { PLACE_KINDS } from "./choices";

/** Tables an administrator fills, by a form of one row or by CSV: places, employers, and the workforces that are counted. */
export const TABLES = ["places", "employers", "workforces"] as const;
export type TableName = (typeof TABLES)[number];

const names = inEachLanguage("name", line);
/** Other spellings in one cell, between semicolons or vertical bars. */
const others = line.transform((text) => text.split(/[;|]/).flatMap((one) => one.trim() || []));
const code = line.pipe(z.string().max(60, "too_long"));

const degrees = (most: number) =>
  line
    .transform((text) => (text === "" ? Number.NaN : Number(text.replace(",", "."))))
    .pipe(z.number("degrees_wrong").min(-most, "degrees_wrong").max(most, "degrees_wrong"));

function named(row: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  if (Object.keys(textsOf(row, "name")).length > 0) return;
  context.addIssue({ code: "custom", path: ["name_en"], message: "name_missing" });
}

const isic = line.pipe(z.string().regex(/^([0-9]{2,4})?$/, "isic_wrong"));

export const rowSchemas = {
  places: z
    .object({
      ...{ id: slugField, ...names, region: code, latitude: degrees(90), longitude: degrees(180), other_names: others },
      kind: z.enum(PLACE_KINDS, "unknown_choice"),
    })
    .superRefine(named),
  employers: z.object({ id: slugField, ...names, other_names: others, isic }).superRefine(named),
  workforces: z
    .object({
      ...{ id: slugField, ...names, ...inEachLanguage("occupation", line), other_names: others },
      ...{ employer: code, region: code, place: code, whole_employer: flag },
    })
    .superRefine(named)
    .superRefine((row, context) => {
      const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
      if (Object.keys(textsOf(row, "occupation")).length === 0) refuse("occupation_en", "occupation_missing");
      if (row.whole_employer === "yes" && row.employer === "") refuse("employer", "employer_missing");
    }),
} as const;

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
