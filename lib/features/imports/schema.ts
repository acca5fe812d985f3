import { z } from "zod";
import { isLocale, type Locale } from "@/lib/shared/i18n/locales";
import { ENCODINGS, SINGLE_BYTE } from "./schema/encodings";
import { IMPORT_KINDS } from "./schema/fields";
import { IMPORT_VERBS } from "./schema/import-states";
import { type Mapping, mappingSchema } from "./schema/mapping";

/** Every message is a key below `imports.problems` of the catalogues. */

const localeField = z
  .string()
  .refine(isLocale, "unknown_choice")
  .transform((value) => value as Locale);
const batchId = z.uuid("gone");

/** The signs between cells by the names a form can send. */
export const SEPARATOR_NAMES = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;
const separator = z.enum(["", "comma", "semicolon", "tab", "bar"], "unknown_choice").default("");
const encoding = z.enum(["", ...ENCODINGS], "unknown_choice").default("");

/** Pasted rows; a file may be larger. */
const LONGEST_TEXT = 300_000;

export const uploadFormSchema = z.object({
  locale: localeField,
  waveId: z.string().regex(/^[a-z0-9]{2,12}$/, "wave_gone"),
  kind: z.enum(IMPORT_KINDS, "unknown_choice"),
  ...{ encoding, separator },
  text: z.string().max(LONGEST_TEXT, "too_large").default(""),
});

export const repairFormSchema = z.object({ locale: localeField, batchId, encoding });
export const lettersFormSchema = z.object({
  locale: localeField,
  batchId,
  encoding: z.enum(SINGLE_BYTE, "encoding_missing"),
});
export const batchFormSchema = z.object({
  locale: localeField,
  batchId,
  verb: z.enum(IMPORT_VERBS, "unknown_choice"),
});

const sentSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** Fields named `column.date`, `fixed.measure` and `answer.3.order` become the mapping. */
export const mappingFormSchema = sentSchema.transform((sent, context) => {
  const head = z.object({ locale: localeField, batchId }).safeParse(sent);
  const mapping = mappingSchema.safeParse(mappingOf(sent));
  for (const parsed of [head, mapping]) {
    for (const issue of parsed.error?.issues ?? [])
      context.issues.push({ code: "custom", message: "unknown_choice", path: issue.path, input: sent });
  }
  return head.success && mapping.success ? { ...head.data, mapping: mapping.data } : z.NEVER;
});

function mappingOf(sent: z.output<typeof sentSchema>): Record<keyof Mapping, object> {
  const columns: Record<string, number> = {};
  const fixed: Record<string, string> = {};
  const answers: Record<string, Record<string, string>> = {};
  for (const [name, value] of Object.entries(sent)) {
    const [of, field = "", ask = ""] = name.split(".");
    const said = (Array.isArray(value) ? value[0] : value)?.trim() ?? "";
    if (said === "") continue;
    if (of === "column") columns[field] = Number(said);
    if (of === "fixed") fixed[field] = said;
    if (of === "answer") answers[field] = { ...answers[field], [ask]: said };
  }
  return { columns, fixed, answers };
}
